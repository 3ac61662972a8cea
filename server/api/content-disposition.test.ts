import { describe, expect, it } from "vitest";
import { contentDisposition } from "./content-disposition.ts";

describe("contentDisposition", () => {
  it.each([
    ["report.csv", `attachment; filename="report.csv"; filename*=UTF-8''report.csv`],
    [
      "北京の記事.pdf",
      `attachment; filename="_.pdf"; filename*=UTF-8''%E5%8C%97%E4%BA%AC%E3%81%AE%E8%A8%98%E4%BA%8B.pdf`,
    ],
    ["a'(b)*.md", `attachment; filename="a'(b)*.md"; filename*=UTF-8''a%27%28b%29%2A.md`],
    ["100%.json", `attachment; filename="100_.json"; filename*=UTF-8''100%25.json`],
  ])("names %s", (fileName, header) => {
    expect(contentDisposition(fileName)).toBe(header);
  });

  it.each(['a"; filename="b.exe', "a\r\nSet-Cookie: x", "../../etc/passwd", "c:\\x", "\u0000"])(
    "keeps %j inside its quotes and its folder",
    (fileName) => {
      const header = contentDisposition(fileName);
      expect(header).toMatch(
        /^attachment; filename="[^"\\/]*"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]*$/,
      );
      expect(new Headers({ "content-disposition": header }).get("content-disposition")).toBe(header);
    },
  );

  it("survives half a surrogate pair", () => {
    expect(contentDisposition("a\ud800.txt")).toContain("filename*=UTF-8''a%EF%BF%BD.txt");
  });
});
