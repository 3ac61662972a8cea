import fc from "fast-check";
import { expect, test } from "vitest";
import {
  BLOCK_KINDS,
  BLOCK_SEPARATOR,
  type BlockDetails,
  blockDetailsSchema,
  type ParsedBlock,
} from "#domain/block.ts";
import { sliceCodePoints } from "#domain/offset.ts";
import { textOfNode } from "./article-document.ts";
import { articleSchema } from "./article-schema.ts";
import { MARK_NESTING } from "./block-marks.ts";
import { parseArticleDocument } from "./parse-article-document.ts";
import { blocksFromDocument, buildRevision, documentFromBlocks } from "./revision-document.ts";
import { parsedBlocks, tables } from "./revision-samples.ts";
import { storableText } from "./storable-text.ts";

test("blocks and document say the same thing, both ways", () => {
  fc.assert(
    fc.property(fc.oneof(parsedBlocks, tables), (parsed) => {
      const { document, text, blocks } = buildRevision(parsed);
      expect(blocksFromDocument(document)).toEqual(blocks);
      expect(documentFromBlocks(blocks)).toEqual(document);
      expect(text).toBe(blocks.map((block) => block.text).join(BLOCK_SEPARATOR));
      for (const block of blocks) expect(sliceCodePoints(text, block.start, block.end)).toBe(block.text);
      for (const { details = {} } of blocks) expect(blockDetailsSchema.parse(details)).toEqual(details);
      expect(blocks.map((block) => block.text)).toEqual(parsed.map((block) => storableText(block.text)));
    }),
  );
});

test("every document built is one the schema accepts unchanged", () => {
  fc.assert(
    fc.property(fc.oneof(parsedBlocks, tables), (parsed) => {
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
  ["a carriage return", [{ kind: "paragraph", level: null, text: "a\rb" }]],
  ["a line break at its end", [{ kind: "paragraph", level: null, text: "a\n" }]],
  ["a line break at its start", [{ kind: "paragraph", level: null, text: "\na" }]],
  ["two line breaks in a row", [{ kind: "paragraph", level: null, text: "a\n\nb" }]],
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
  ["a carriage return", { type: "doc", content: [paragraph("b1", "a\rb")] }, "stray_line_break"],
  ["an empty line in a block", { type: "doc", content: [paragraph("b1", "a\n\nb")] }, "stray_line_break"],
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

test("what is built twice is the same: nothing that was settled is settled again", () => {
  fc.assert(
    fc.property(fc.oneof(parsedBlocks, tables), (parsed) => {
      const { blocks } = buildRevision(parsed);
      expect(buildRevision(blocks).blocks).toEqual(blocks);
    }),
  );
});

test("the article schema has no marks but what the source said", () => {
  expect(Object.keys(articleSchema.marks)).toEqual([...MARK_NESTING]);
});

const cell = (row: number, column: number, span: Partial<{ columnSpan: number; rowSpan: number }> = {}) => ({
  kind: "cell" as const,
  level: null,
  text: `${row}/${column}`,
  details: { cell: { table: 7, row, column, isHeader: row === 1, columnSpan: 1, rowSpan: 1, ...span } },
});

/** `1/2` where a cell begins, `.` where there is none. */
const drawn = (blocks: ParsedBlock[]) =>
  buildRevision(blocks).document.content.map((node) =>
    node.type === "table"
      ? node.content.map((row) =>
          row.content.map((one) => (one.type === "gap" ? "." : textOfNode(one))).join(" "),
        )
      : node.type,
  );

test.each([
  ["a table", [cell(1, 1), cell(1, 2), cell(2, 1), cell(2, 2)], [["1/1 1/2", "2/1 2/2"]]],
  ["empty cells", [cell(1, 2), cell(2, 1)], [[". 1/2", "2/1 ."]]],
  ["rows and columns without words", [cell(1, 1), cell(5, 9)], [["1/1 .", ". 5/9"]]],
  ["spans", [cell(1, 1, { rowSpan: 2 }), cell(1, 2), cell(2, 2)], [["1/1 1/2", "2/2"]]],
  ["a span over nothing", [cell(1, 1, { columnSpan: 1000 }), cell(2, 1)], [["1/1", "2/1"]]],
  ["two cells in one place", [cell(1, 1), cell(1, 1)], ["paragraph", "paragraph"]],
  ["cells out of order", [cell(2, 1), cell(1, 1)], ["paragraph", "paragraph"]],
  ["a cell under a span", [cell(1, 1, { rowSpan: 3 }), cell(2, 1)], ["paragraph", "paragraph"]],
  ["a cell without a table", [{ kind: "cell" as const, level: null, text: "a" }], ["paragraph"]],
] satisfies [string, ParsedBlock[], unknown][])("%s", (_name, blocks, expected) => {
  expect(drawn(blocks)).toEqual(expected);
});

test("a table of a thousand words on its diagonal is not drawn as a million places", () => {
  const cells = Array.from({ length: 1000 }, (_, at) => cell(at + 1, at + 1));
  expect(buildRevision(cells).document.content.length).toBe(1000);
});

const settled = (text: string, details: BlockDetails) =>
  buildRevision([
    { kind: "paragraph", level: null, text, details },
    { kind: "footnote", level: null, text: "注", details: { label: "1" } },
  ]).blocks[0]?.details?.marks ?? [];
const link = (start: number, end: number, href = "https://a.example/") => ({
  type: "link" as const,
  start,
  end,
  href,
});
const ruby = (start: number, end: number, reading = "よみ") => ({
  type: "ruby" as const,
  start,
  end,
  reading,
});
const note = (start: number, end: number, of = "1") => ({ type: "note" as const, start, end, label: of });

test.each([
  ["what fits is kept in order", "東京の橋", [ruby(0, 2), link(0, 4)], [link(0, 4), ruby(0, 2)]],
  ["past the end", "東京", [link(0, 3)], []],
  ["nothing under it", "東京", [link(1, 1)], []],
  ["half a character", "👩‍👩‍👧と", [link(0, 2), link(5, 6)], [link(5, 6)]],
  ["a script", "東京", [link(0, 2, "javascript:alert(1)")], []],
  ["a relative address", "東京", [link(0, 2, "/a")], []],
  ["two links over one word", "東京", [link(0, 2), link(1, 2, "https://b.example/")], [link(0, 2)]],
  ["neighbours that lead to one place", "東京", [link(0, 1), link(1, 2)], [link(0, 2)]],
  ["one reading twice", "日日", [ruby(0, 1, "ひ"), ruby(1, 2, "ひ")], [ruby(0, 2, "ひひ")]],
  ["a reading across a link's edge", "東京都", [link(0, 2), ruby(1, 3)], [link(0, 2)]],
  ["a reference to no footnote", "橋1", [note(1, 2, "2")], []],
  ["a link over a reference", "橋1", [link(0, 2), note(1, 2)], [note(1, 2)]],
  ["an empty reading", "橋", [ruby(0, 1, " ")], []],
])("marks: %s", (_name, text, given, expected) => {
  expect(settled(text, { marks: given })).toEqual(expected);
});

test("details of another kind are left out", () => {
  const everything: BlockDetails = {
    ordinal: 3,
    cell: cell(1, 1).details.cell,
    picture: { sha256: null, address: "https://a.example/p.png", alt: "橋" },
    label: "1",
  };
  const kept = BLOCK_KINDS.map((kind) => {
    const [block] = buildRevision([{ kind, level: null, text: "a", details: everything }]).blocks;
    return [kind, Object.keys(block?.details ?? {})];
  });
  expect(Object.fromEntries(kept)).toEqual({
    heading: [],
    paragraph: [],
    bullet: ["ordinal"],
    quotation: [],
    cell: ["cell"],
    figure: ["picture"],
    footnote: ["label"],
  });
});

test("of two footnotes with one label the first has it", () => {
  const footnote = { kind: "footnote" as const, level: null, text: "注", details: { label: "1" } };
  expect(buildRevision([footnote, footnote]).blocks.map(({ details }) => details?.label)).toEqual([
    "1",
    undefined,
  ]);
});
