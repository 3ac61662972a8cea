import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRationale } from "./parse-rationale.ts";
import { rationaleFromMarkdown } from "./rationale-from-markdown.ts";
import type {
  Rationale,
  RationaleBlock,
  RationaleInline,
  RationaleListItem,
  RationaleMark,
} from "./rationale-node.ts";
import { rationaleSchema } from "./rationale-schema.ts";
import { citedEvidence, isEmptyRationale, rationaleText } from "./rationale-text.ts";
import { rationaleToMarkdown } from "./rationale-to-markdown.ts";

const text = (words: string, ...marks: RationaleMark[]): RationaleInline => ({
  type: "text",
  text: words,
  marks,
});
const paragraph = (...content: RationaleInline[]): RationaleBlock => ({ type: "paragraph", content });
const doc = (...content: RationaleBlock[]): Rationale => ({ type: "doc", content });
const cite = (evidenceId: string): RationaleInline => ({ type: "citation", attrs: { evidenceId } });
const bold: RationaleMark = { type: "bold" };

const someMarks = fc.uniqueArray(
  fc.constantFrom<RationaleMark[]>(
    bold,
    { type: "italic" },
    { type: "link", attrs: { href: "https://example.jp/表?a=1&b=(2)" } },
  ),
  { selector: ({ type }) => type, maxLength: 3 },
);
const someInline = fc.oneof(
  fc.record({
    type: fc.constant("text" as const),
    text: fc.string({
      unit: fc.constantFrom(
        "北",
        "「",
        "」",
        "a",
        " ",
        "*",
        "_",
        "[",
        "]",
        "1",
        ".",
        "-",
        "#",
        ">",
        "&",
        "👩‍👩‍👧",
      ),
      minLength: 1,
      maxLength: 8,
    }),
    marks: someMarks,
  }),
  fc.constant<RationaleInline>({ type: "hardBreak" }),
  fc.constantFrom("e1", "0199-ab").map(cite),
);
const someParagraph = fc.array(someInline, { maxLength: 5 }).map((parts) => paragraph(...parts));
const someItem = fc
  .array(someParagraph, { maxLength: 2 })
  .map((rest): RationaleListItem => ({ type: "listItem", content: [paragraph(text("項目")), ...rest] }));
const someItems = fc.array(someItem, { minLength: 1, maxLength: 3 });
const { block: someBlock } = fc.letrec<{ block: RationaleBlock }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    someParagraph,
    fc
      .array(tie("block"), { minLength: 1, maxLength: 3 })
      .map((content): RationaleBlock => ({ type: "blockquote", content })),
    fc.tuple(someItem, tie("block")).map(
      ([item, block]): RationaleBlock => ({
        type: "bulletList",
        content: [{ ...item, content: [...item.content, block] }, item],
      }),
    ),
    fc
      .tuple(someItems, fc.integer({ min: 1, max: 99 }))
      .map(([content, start]): RationaleBlock => ({ type: "orderedList", attrs: { start }, content })),
  ),
}));
const someRationale = fc.array(someBlock, { minLength: 1, maxLength: 4 }).map((blocks) => doc(...blocks));

test("what the parser accepts, the editor's schema accepts, and says the same words", () => {
  fc.assert(
    fc.property(someRationale, (rationale) => {
      expect(parseRationale(JSON.parse(JSON.stringify(rationale)))).toEqual({ ok: true, rationale });
      const node = rationaleSchema.nodeFromJSON(rationale);
      node.check();
      const again = parseRationale(node.toJSON());
      expect(again.ok).toBe(true);
      if (again.ok) expect(rationaleText(again.rationale)).toBe(rationaleText(rationale));
      if (again.ok) expect(citedEvidence(again.rationale)).toEqual(citedEvidence(rationale));
    }),
  );
});

test("words and citations survive Markdown and back", () => {
  const words = (rationale: Rationale) => rationaleText(rationale).replace(/\s/g, "");
  fc.assert(
    fc.property(someRationale, (rationale) => {
      const back = rationaleFromMarkdown(rationaleToMarkdown(rationale));
      if (!back.ok) throw new Error(JSON.stringify(back.problem));
      expect(words(back.rationale)).toBe(words(rationale));
      expect(citedEvidence(back.rationale)).toEqual(citedEvidence(rationale));
    }),
    { numRuns: 100 },
  );
});

test.each<[string, string, Rationale]>([
  [
    "a paragraph",
    "会談は*9月3日*に行われた。",
    doc(paragraph(text("会談は"), text("9月3日", { type: "italic" }), text("に行われた。"))),
  ],
  ["soft breaks in Japanese vanish", "会談は\n行われた", doc(paragraph(text("会談は行われた")))],
  ["soft breaks between words are spaces", "they\nmet", doc(paragraph(text("they met")))],
  [
    "citations of both spellings",
    "確認した[@e1]。別に[^e2]。",
    doc(paragraph(text("確認した"), cite("e1"), text("。別に"), cite("e2"), text("。"))),
  ],
  ["a heading keeps its words", "## 経緯", doc(paragraph(text("経緯", bold)))],
  [
    "HTML is words, not markup",
    "a<script>x</script>",
    doc(paragraph(text("a"), text("<script>"), text("x"), text("</script>"))),
  ],
  ["nothing", "", doc(paragraph())],
  [
    "a list",
    "1. 一\n2. 二",
    doc({
      type: "orderedList",
      attrs: { start: 1 },
      content: ["一", "二"].map((item) => ({ type: "listItem", content: [paragraph(text(item))] })),
    }),
  ],
])("from Markdown: %s", (_name, markdown, expected) => {
  expect(rationaleFromMarkdown(markdown)).toEqual({ ok: true, rationale: expected });
});

test("bold next to Japanese punctuation stays bold", () => {
  const rationale = doc(paragraph(text("「北京」", bold), text("と書いた")));
  expect(rationaleFromMarkdown(rationaleToMarkdown(rationale))).toEqual({ ok: true, rationale });
});

test("in a report citations are numbers, and gone evidence is not mentioned", () => {
  const rationale = doc(paragraph(text("確認した"), cite("e1"), cite("e9"), text("。")));
  expect(rationaleToMarkdown(rationale, (id) => (id === "e1" ? 3 : null))).toBe("確認した\\[3\\]。");
});

const link = (href: string) => doc(paragraph(text("a", { type: "link", attrs: { href } })));
test.each<[string, unknown, string, (string | number)[]]>([
  ["null", null, "unknown_content", []],
  [
    "an unknown node",
    { type: "doc", content: [{ type: "image" }] },
    "unknown_content",
    ["content", 0, "type"],
  ],
  [
    "an unknown mark",
    {
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: "a", marks: [{ type: "strike" }] }] }],
    },
    "unknown_content",
    ["content", 0, "content", 0, "marks", 0, "type"],
  ],
  [
    "the same mark twice",
    doc(paragraph(text("a", bold, bold))),
    "unknown_content",
    ["content", 0, "content", 0, "marks"],
  ],
  [
    "an item that starts with a list",
    { type: "doc", content: [{ type: "bulletList", content: [{ type: "listItem", content: [] }] }] },
    "unknown_content",
    ["content", 0, "content", 0, "content"],
  ],
  [
    "a citation of markup",
    doc(paragraph(cite('"><img>'))),
    "unknown_content",
    ["content", 0, "content", 0, "attrs", "evidenceId"],
  ],
  ["too many words", doc(paragraph(text("あ".repeat(20_001)))), "too_long", []],
  [
    "too deep",
    JSON.parse(`${'{"type":"blockquote","content":['.repeat(5000)}${"]}".repeat(5000)}`),
    "too_deep",
    [],
  ],
  ...[
    "javascript:alert(1)",
    "https:api/v1/articles",
    "https:///example.jp",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "//evil.example",
    "/path",
    "",
    "vbscript:x",
    " https://a.example",
  ].map((href): [string, unknown, string, (string | number)[]] => [
    `a link to ${JSON.stringify(href)}`,
    link(href),
    "link_refused",
    ["content", 0, "content", 0, "marks", 0, "attrs", "href"],
  ]),
])("refused: %s", (_name, json, code, path) => {
  expect(parseRationale(json)).toEqual({ ok: false, problem: { code, path } });
});

test("Markdown is refused for the same reasons", () => {
  expect(rationaleFromMarkdown("[a](javascript:alert(1))")).toMatchObject({
    problem: { code: "link_refused" },
  });
  expect(rationaleFromMarkdown(">".repeat(5000))).toMatchObject({ problem: { code: "too_deep" } });
  expect(rationaleFromMarkdown("あ".repeat(60_001))).toMatchObject({ problem: { code: "too_long" } });
});

test.each([
  ["as many quotations as fit", `${"> ".repeat(20)}あ`, true],
  ["more in one line", `${"> ".repeat(25)}あ`, false],
  ["lists in lists in one line", `${"1. ".repeat(25)}あ`, false],
  ["both in turn, behind an ordinary line", `あ\n\n${"> - ".repeat(13)}あ`, false],
  ["a rule of many signs", `あ\n\n${"- ".repeat(40)}`, true],
  ["a rule of many stars in a quotation", `> ${"* ".repeat(40)}\n> あ`, true],
  ["a figure with many stops", `${"1.2.".repeat(40)}`, true],
  ["a list that is long and not deep", "1. あ\n".repeat(200), true],
])("Markdown that opens levels: %s", (_name, markdown, fits) => {
  expect(rationaleFromMarkdown(markdown)).toMatchObject(
    fits ? { ok: true } : { ok: false, problem: { code: "too_deep" } },
  );
});

test("what an editor adds to a link is left out", () => {
  const json = link("https://example.jp/");
  const dressed = JSON.parse(
    JSON.stringify(json).replace('"href"', '"target":"_blank","rel":null,"class":"x","href"'),
  );
  expect(parseRationale(dressed)).toEqual({ ok: true, rationale: json });
});

test("a rationale of white space is empty, one with only a citation is not", () => {
  expect(isEmptyRationale(doc(paragraph(text("　 "))))).toBe(true);
  expect(isEmptyRationale(doc(paragraph(cite("e1"))))).toBe(false);
});
