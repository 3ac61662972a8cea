import { describe, expect, it } from "vitest";
import type { ParsedBlock } from "#domain/block.ts";
import { htmlImporter } from "./html.ts";
import { type InlinePiece, linesOf } from "./inline.ts";
import { markdownImporter } from "./markdown.ts";
import { withStatedTitle } from "./with-stated-title.ts";

const MANY = 200_000;
const FEWER = 20_000;

/** More than fits on a call stack, or than can be gone through for each of them: each case ends only where neither happens. */
const PAGES: [name: string, page: string, text: string][] = [
  ["elements in a paragraph", `<p>${"<span>一</span>".repeat(MANY)}</p>`, "一".repeat(MANY)],
  ["elements with spaces between them", `<p>${"<span>a</span> ".repeat(MANY)}</p>`, "a ".repeat(MANY).trim()],
  ["elements in a heading", `<h1>${"<span>一</span>".repeat(MANY)}</h1>`, "一".repeat(MANY)],
  [
    "elements in a byline",
    `<p>文</p><div class="byline">${"<i><span>一</span></i>".repeat(MANY)}</div>`,
    "文",
  ],
  [
    "elements in a link that leads nowhere",
    `<p>文<a href="x:y">${"<span>一</span>".repeat(MANY)}</a></p>`,
    "文一",
  ],
  ["elements in a reading", `<p><ruby>港<rt>${"<span>み</span>".repeat(MANY)}</rt></ruby></p>`, "港"],
  [
    "words with readings",
    `<p><ruby>${"<rb>港</rb>".repeat(FEWER)}${"<rt>み</rt>".repeat(FEWER)}</ruby></p>`,
    "港".repeat(FEWER),
  ],
  ["words of one that have none", `<p><ruby>${"<rb>港</rb>".repeat(FEWER)}</ruby></p>`, "港".repeat(FEWER)],
  ["breaks", `<p>${"一<br>".repeat(FEWER)}</p>`, "一\n一"],
  [
    "notes with one sign",
    Array.from(
      { length: FEWER },
      (_, at) => `<p>文<sup><a href="#n${at}">*</a></sup></p><p id="n${at}">注</p>`,
    ).join(""),
    "文",
  ],
  [
    "children of a heading of furniture",
    `<h2>関連記事</h2>${"<p><a href=/x>一</a></p>".repeat(FEWER)}<p>文。</p>`,
    "",
  ],
  [
    "pictures with one caption",
    `<p>文</p>${'<figure><img src=a alt="x"><p>灯台</p></figure>'.repeat(FEWER)}`,
    "文",
  ],
];

describe("a page of very many", () => {
  it.each(PAGES)(
    "%s is read",
    (_name, page, text) => {
      const read = htmlImporter.read(page);
      const all = [...read.blocks, ...(read.leftOut ?? []).flatMap(({ blocks }) => blocks)];
      // Compared by hand: to print a difference of such texts takes longer than to read them.
      expect(all.some((block) => block.text.startsWith(text))).toBe(true);
    },
    60_000,
  );
});

it("reads running text of very many pieces, each set in another way and struck", () => {
  const pieces = Array.from(
    { length: MANY },
    (_, at): InlinePiece => ({ text: "1", struck: true, script: at % 2 === 0 ? "raised" : "lowered" }),
  );
  expect(linesOf([{ text: "値" }, ...pieces, { text: "段" }])[0]?.text).toBe("値 段");
}, 60_000);

it("reads Markdown whose tags are never closed", () => {
  const text = "<s>一<sup>二<ins>三 ".repeat(2500);
  expect(markdownImporter.read(`題\n\n${text}`).notes.map(({ what }) => what)).toContain("struck");
}, 60_000);

it("gives a title to an article of very many blocks", () => {
  const blocks = Array.from({ length: MANY }, (): ParsedBlock => ({ kind: "heading", level: 1, text: "節" }));
  expect(withStatedTitle(blocks, "題").blocks).toHaveLength(MANY);
});
