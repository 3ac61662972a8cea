import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalUrl } from "./canonical-url.ts";

describe("canonical addresses", () => {
  it.each([
    ["scheme", "http://example.jp/a", "https://example.jp/a"],
    ["case of the host", "https://EXAMPLE.jp/a", "https://example.jp/a"],
    ["www", "https://www.example.jp/a", "https://example.jp/a"],
    ["a fragment", "https://example.jp/a#b", "https://example.jp/a"],
    ["a trailing slash", "https://example.jp/a/", "https://example.jp/a"],
    ["the root with and without slash", "https://example.jp", "https://example.jp/"],
    ["default ports", "https://example.jp:443/a", "https://example.jp/a"],
    ["tracking", "https://example.jp/a?utm_source=x&fbclid=y&id=1", "https://example.jp/a?id=1"],
    ["the order of parameters", "https://example.jp/a?b=2&a=1", "https://example.jp/a?a=1&b=2"],
    ["white space around", "  https://example.jp/a  ", "https://example.jp/a"],
    [
      "a Japanese path, written or encoded",
      "https://example.jp/記事",
      "https://example.jp/%E8%A8%98%E4%BA%8B",
    ],
    ["a Japanese host, written or in punycode", "https://日本.jp/", "https://xn--wgv71a.jp/"],
  ])("are the same in spite of %s", (_, a, b) => {
    expect(canonicalUrl(a)).toBe(canonicalUrl(b));
    expect(canonicalUrl(a)).not.toBeNull();
  });

  it.each([
    ["path", "https://example.jp/a", "https://example.jp/b"],
    ["case of the path", "https://example.jp/A", "https://example.jp/a"],
    ["parameter", "https://example.jp/a?id=1", "https://example.jp/a?id=2"],
    ["port", "https://example.jp:8443/a", "https://example.jp/a"],
    [
      "a fragment that is a page, as the minutes of the Diet have it",
      "https://kokkai.ndl.go.jp/#/detail?minId=121715261X00120250101",
      "https://kokkai.ndl.go.jp/#/detail?minId=121715261X00220250102",
    ],
    ["a hash-bang", "https://example.jp/#!/a", "https://example.jp/#!/b"],
    ["sub-domain", "https://news.example.jp/a", "https://example.jp/a"],
  ])("differ by %s", (_, a, b) => {
    expect(canonicalUrl(a)).not.toBe(canonicalUrl(b));
  });

  it.each(["", "not an address", "ftp://example.jp/a", "javascript:alert(1)", "mailto:a@example.jp"])(
    "are not made of %j",
    (text) => {
      expect(canonicalUrl(text)).toBeNull();
    },
  );

  it("are stable: the canonical form is its own canonical form", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const once = canonicalUrl(address);
        expect(once).not.toBeNull();
        expect(canonicalUrl(`https://${once}`)).toBe(once);
      }),
    );
  });
});
