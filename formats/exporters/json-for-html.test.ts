import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { HOSTILE, hostileReport } from "#formats/samples/report-hostile.ts";
import { claimReviewExporter } from "./claim-review.ts";
import { jsonForHtml } from "./json-for-html.ts";

/** Ways to leave a script element, or to make its end be read over. */
const LEAVING = [
  "</script>",
  "</SCRIPT\n>",
  "</script/x",
  "<!--",
  "<!--<script>",
  "<script",
  "]]>",
  "-->",
  "\u2028\u2029",
];

/** What a browser takes for the script's text when `json` stands in a page; null where more than one element came of it. */
function readInPage(json: string): string | null {
  const { childNodes } = parseFragment(`<script type="application/ld+json">${json}</script>`);
  const [script] = childNodes as DefaultTreeAdapterTypes.Element[];
  const [text] = (script?.childNodes ?? []) as DefaultTreeAdapterTypes.TextNode[];
  return childNodes.length === 1 && script?.childNodes.length === 1 ? (text?.value ?? null) : null;
}

describe("JSON that stands in a page", () => {
  it.each(LEAVING)("keeps %j inside its script", (text) => {
    for (const value of [{ text }, { [text]: 1 }, [text, text], text]) {
      const json = jsonForHtml(value);
      expect(json).not.toContain("<");
      expect(JSON.parse(readInPage(json) ?? "null")).toEqual(value);
    }
  });

  it("is the same value to whoever parses it, and one script", () => {
    const value = fc.jsonValue({ stringUnit: fc.oneof(fc.string(), fc.constantFrom(...LEAVING)) });
    fc.assert(
      fc.property(value, (given) => {
        const json = jsonForHtml(given);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(given)));
        expect(readInPage(json)).not.toBeNull();
      }),
    );
  });

  it.each([...LEAVING, ...HOSTILE])("a ClaimReview of %j is one script in a page", (text) => {
    const json = String(claimReviewExporter.write(hostileReport(text), "ja"));
    expect(json).not.toContain("<");
    const reviews = JSON.parse(readInPage(json) ?? "null");
    expect(reviews).toEqual(JSON.parse(json));
    expect(reviews[0].author.name ?? "").toBe(JSON.parse(JSON.stringify(text)));
  });
});
