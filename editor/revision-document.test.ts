import fc from "fast-check";
import { expect, test } from "vitest";
import { BLOCK_KINDS, BLOCK_SEPARATOR, type ParsedBlock } from "#domain/block.ts";
import { sliceCodePoints } from "#domain/offset.ts";
import { parseArticleDocument } from "./article-document.ts";
import { articleSchema } from "./article-schema.ts";
import { blocksFromDocument, buildRevision, documentFromBlocks } from "./revision-document.ts";

const parsedBlocks = fc.array(
  fc
    .record({
      kind: fc.constantFrom(...BLOCK_KINDS),
      level: fc.integer({ min: 1, max: 6 }),
      text: fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => !/[\r\n]/.test(text)),
    })
    .map(
      ({ kind, level, text }): ParsedBlock => ({
        kind,
        level: kind === "heading" || kind === "bullet" ? level : null,
        text,
      }),
    ),
  { minLength: 1, maxLength: 12 },
);

test("blocks and document say the same thing, both ways", () => {
  fc.assert(
    fc.property(parsedBlocks, (parsed) => {
      const { document, text, blocks } = buildRevision(parsed);
      expect(blocksFromDocument(document)).toEqual(blocks);
      expect(documentFromBlocks(blocks)).toEqual(document);
      expect(text).toBe(blocks.map((block) => block.text).join(BLOCK_SEPARATOR));
      for (const block of blocks) expect(sliceCodePoints(text, block.start, block.end)).toBe(block.text);
    }),
  );
});

test("every document built is one the schema accepts unchanged", () => {
  fc.assert(
    fc.property(parsedBlocks, (parsed) => {
      const { document } = buildRevision(parsed);
      expect(parseArticleDocument(JSON.parse(JSON.stringify(document)))).toEqual({ ok: true, document });
    }),
  );
});

test("the same blocks always give the same revision", () => {
  const parsed: ParsedBlock[] = [
    { kind: "heading", level: 1, text: "題" },
    { kind: "bullet", level: 1, text: "一" },
    { kind: "bullet", level: 2, text: "二" },
    { kind: "paragraph", level: null, text: "👩‍👩‍👧と" },
    { kind: "bullet", level: 1, text: "三" },
  ];
  expect(buildRevision(parsed)).toEqual(buildRevision(parsed));
  expect(buildRevision(parsed).blocks.map(({ id, start, end }) => [id, start, end])).toEqual([
    ["b1", 0, 1],
    ["b2", 2, 3],
    ["b3", 4, 5],
    ["b4", 6, 12],
    ["b5", 13, 14],
  ]);
  expect(buildRevision(parsed).document.content.map((node) => node.type)).toEqual([
    "heading",
    "bulletList",
    "paragraph",
    "bulletList",
  ]);
});

test("what PostgreSQL can't hold becomes a replacement character, and no offset moves", () => {
  const { text, blocks } = buildRevision([{ kind: "paragraph", level: null, text: "a\ud83db\0c👍" }]);
  expect(text).toBe("a\ufffdb\ufffdc👍");
  expect(blocks[0]?.end).toBe(6);
});

test.each([
  ["no blocks", []],
  ["an empty block", [{ kind: "paragraph", level: null, text: "" }]],
  ["a line break", [{ kind: "paragraph", level: null, text: "a\nb" }]],
] satisfies [string, ParsedBlock[]][])("%s is no revision", (_name, parsed) => {
  expect(() => buildRevision(parsed)).toThrow(RangeError);
});

const paragraph = (blockId: string, text: string) => ({
  type: "paragraph",
  attrs: { blockId },
  content: [{ type: "text", text }],
});

test.each([
  ["null", null, "not_an_article"],
  ["a string", "<p>a</p>", "not_an_article"],
  ["an empty doc", { type: "doc", content: [] }, "not_an_article"],
  ["a node that is no doc", paragraph("b1", "a"), "not_an_article"],
  ["an unknown node", { type: "doc", content: [{ type: "image" }] }, "not_an_article"],
  [
    "a block without an id",
    { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "a" }] }] },
    "not_an_article",
  ],
  [
    "an id that is no text",
    { type: "doc", content: [{ ...paragraph("b1", "a"), attrs: { blockId: 1 } }] },
    "not_an_article",
  ],
  [
    "a level 7 heading",
    {
      type: "doc",
      content: [
        { type: "heading", attrs: { blockId: "b1", level: 7 }, content: [{ type: "text", text: "a" }] },
      ],
    },
    "not_an_article",
  ],
  [
    "a marked text",
    {
      type: "doc",
      content: [
        { ...paragraph("b1", "a"), content: [{ type: "text", text: "a", marks: [{ type: "bold" }] }] },
      ],
    },
    "not_an_article",
  ],
  [
    "a bullet without a list",
    {
      type: "doc",
      content: [
        { type: "bullet", attrs: { blockId: "b1", depth: 1 }, content: [{ type: "text", text: "a" }] },
      ],
    },
    "not_an_article",
  ],
  [
    "a block without text",
    { type: "doc", content: [{ type: "paragraph", attrs: { blockId: "b1" } }] },
    "empty_block",
  ],
  ["a line break", { type: "doc", content: [paragraph("b1", "a\nb")] }, "line_break_in_block"],
  [
    "the same id twice",
    { type: "doc", content: [paragraph("b1", "a"), paragraph("b1", "b")] },
    "duplicate_block_id",
  ],
])("%s is no article document", (_name, json, code) => {
  const parsed = parseArticleDocument(json);
  expect(parsed.ok ? "ok" : parsed.problem.code).toBe(code);
});

test("what the schema does not know is left out", () => {
  const parsed = parseArticleDocument({
    type: "doc",
    onload: "alert(1)",
    content: [{ ...paragraph("b1", "a"), attrs: { blockId: "b1", style: "color:red" } }],
  });
  expect(parsed).toEqual({ ok: true, document: { type: "doc", content: [paragraph("b1", "a")] } });
});

test("the article schema has no marks", () => {
  expect(Object.keys(articleSchema.marks)).toEqual([]);
});
