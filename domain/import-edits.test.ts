import { describe, expect, it, test } from "vitest";
import type { LeftOut } from "./article-import.ts";
import type { BlockMark, ParsedBlock } from "./block.ts";
import { titleAmong } from "./edited-kind.ts";
import type { ImportEdit } from "./import-edit.ts";
import { applyImportEdits, editedBlocks } from "./import-edits.ts";

const p = (text: string, rest: Partial<ParsedBlock> = {}): ParsedBlock => ({
  kind: "paragraph",
  level: null,
  text,
  ...rest,
});
const marked = (text: string, ...marks: BlockMark[]) => p(text, { details: { marks } });
const bullet = (text: string, details: ParsedBlock["details"]): ParsedBlock => ({
  kind: "bullet",
  level: 1,
  text,
  details,
});
const cell = (text: string, row: number, column: number): ParsedBlock => ({
  kind: "cell",
  level: null,
  text,
  details: { cell: { table: 1, row, column, isHeader: false, columnSpan: 1, rowSpan: 1 } },
});
const digit = (start: number, end: number): BlockMark => ({ type: "unsure", start, end, what: "digit" });

function worked(blocks: ParsedBlock[], ...edits: ImportEdit[]) {
  return applyImportEdits({ blocks, notes: [] }, edits);
}
function blocksAfter(blocks: ParsedBlock[], ...edits: ImportEdit[]) {
  const edited = worked(blocks, ...edits);
  expect(edited.unfit).toBeNull();
  return editedBlocks(edited);
}
const shown = (blocks: readonly ParsedBlock[]) =>
  blocks.map(({ kind, level, text }) => `${kind}${level ?? ""} ${text}`);

describe("a block becomes another kind", () => {
  it.each<[string, ParsedBlock, Omit<Extract<ImportEdit, { op: "setKind" }>, "op" | "block">, string]>([
    ["a heading", p("概要"), { kind: "heading", level: 3 }, "heading3 概要"],
    ["a heading without a level", p("概要"), { kind: "heading" }, "heading2 概要"],
    ["no second title by its level", p("概要"), { kind: "heading", level: 1 }, "heading2 概要"],
    ["the title", p("概要"), { kind: "title" }, "heading1 概要"],
    ["a bullet", p("一つ目"), { kind: "bullet", level: 2 }, "bullet2 一つ目"],
    ["a quotation", p("と述べた"), { kind: "quotation" }, "quotation と述べた"],
    [
      "a paragraph with its printed label",
      bullet("効力", { sign: "ア" }),
      { kind: "paragraph" },
      "paragraph ア 効力",
    ],
    ["a paragraph with its number", bullet("one", { ordinal: 3 }), { kind: "paragraph" }, "paragraph 3. one"],
    [
      "a deeper bullet, with its label still beside it",
      bullet("効力", { sign: "ア" }),
      { kind: "bullet", level: 2 },
      "bullet2 効力",
    ],
    [
      "a paragraph with the footnote's label",
      { kind: "footnote", level: null, text: "出典", details: { label: "1" } },
      { kind: "paragraph" },
      "paragraph 1 出典",
    ],
  ])("%s", (_name, block, kind, expected) => {
    expect(shown(blocksAfter([block], { op: "setKind", block: "p0", ...kind }))).toEqual([expected]);
  });

  it("and back into the bullet it was, marks in their places", () => {
    const was = bullet("𠮷は10", { sign: "ア", marks: [digit(2, 4)] });
    const [there] = blocksAfter([was], { op: "setKind", block: "p0", kind: "heading" });
    expect(there?.details).toEqual({ marks: [digit(4, 6)] });
    const back = blocksAfter(
      [was],
      { op: "setKind", block: "p0", kind: "heading" },
      { op: "setKind", block: "p0", kind: "bullet" },
    );
    expect(back).toEqual([was]);
  });

  it("of a cell: its whole table, of which no other kind can be made", () => {
    const blocks = [p("前"), cell("a", 1, 1), cell("b", 1, 2), cell("c", 2, 1), p("後")];
    expect(shown(blocksAfter(blocks, { op: "setKind", block: "p2", kind: "paragraph" }))).toEqual(
      ["前", "a", "b", "c", "後"].map((text) => `paragraph ${text}`),
    );
    expect(worked(blocks, { op: "setKind", block: "p2", kind: "heading" }).unfit).toEqual({
      index: 0,
      why: "kind",
    });
  });

  it("and the title is one", () => {
    const blocks = [p("社名", { kind: "heading", level: 1 }), p("新製品を発売")];
    const made = blocksAfter(blocks, { op: "setKind", block: "p1", kind: "title" });
    expect(shown(made)).toEqual(["heading2 社名", "heading1 新製品を発売"]);
    expect(titleAmong(made)).toBe("新製品を発売");
  });
});

describe("a block joins the one before", () => {
  it.each<[string, string, string, string]>([
    ["Japanese without a space", "市は費用を", "公表した。", "市は費用を公表した。"],
    ["a number and its counter", "令和7", "年", "令和7年"],
    ["English with one", "The city did", "not say.", "The city did not say."],
    ["two numbers apart", "定員：１２０", "３５歳以下", "定員：１２０ ３５歳以下"],
    ["two half-width numbers apart", "10", "6", "10 6"],
    ["Kanji numbers apart", "百二〇", "三五歳", "百二〇 三五歳"],
    ["what could be one number apart", "１，", "２３４円", "１， ２３４円"],
    ["full-width letters apart", "Ａ", "Ｂ", "Ａ Ｂ"],
    ["raised digits apart", "10⁶", "³", "10⁶ ³"],
    ["two halves of a flag apart", "🇯", "🇵", "🇯 🇵"],
    ["a voicing mark that would change its neighbour apart", "か", "\u3099き", "か\n\u3099き"],
  ])("%s", (_name, first, second, text) => {
    expect(shown(blocksAfter([p(first), p(second)], { op: "join", block: "p1" }))).toEqual([
      `paragraph ${text}`,
    ]);
  });

  it("with its edge as a line break, where that is wanted", () => {
    const [joined] = blocksAfter([p("一"), p("二")], { op: "join", block: "p1", keepsEdge: true });
    expect(joined).toEqual({ ...p("一\n二"), joins: [2], details: undefined });
  });

  it("with its marks and its label, past what is left out", () => {
    const blocks = [
      marked("𠮷120", digit(1, 4)),
      p("広告"),
      bullet("80人", { sign: "(a)", marks: [digit(0, 2)] }),
    ];
    const [joined, ...others] = blocksAfter(
      blocks,
      { op: "leaveOut", block: "p1" },
      { op: "join", block: "p2" },
    );
    expect(joined).toMatchObject({ kind: "paragraph", text: "𠮷120 (a) 80人", joins: [5] });
    expect(joined?.details?.marks).toEqual([digit(1, 4), digit(9, 11)]);
    expect(others).toEqual([]);
  });

  it.each<[string, ParsedBlock[], string]>([
    ["the first one", [p("一")], "nothing_before"],
    ["a cell", [p("一"), cell("二", 1, 1)], "kind"],
    ["what stands behind a cell", [cell("一", 1, 1), p("二")], "kind"],
    ["a figure, whose picture would be lost", [p("一"), p("二", { kind: "figure" })], "kind"],
  ])("but not %s", (_name, blocks, why) => {
    const edits: ImportEdit[] = [{ op: "join", block: `p${blocks.length - 1}` }];
    expect(worked(blocks, ...edits)).toEqual({ pieces: worked(blocks).pieces, unfit: { index: 0, why } });
  });
});

describe("a block is split", () => {
  it("with its marks, joins and white space in their places", () => {
    const block: ParsedBlock = {
      ...marked(
        "𠮷は10　人 次に12人",
        digit(2, 4),
        { type: "link", start: 0, end: 10, href: "https://example.jp/" },
        digit(9, 11),
      ),
      joins: [5, 9],
      place: { page: 2, top: 0.5 },
    };
    const [first, second] = blocksAfter([block], { op: "split", block: "p0", at: 6 });
    expect(first).toMatchObject({ text: "𠮷は10　人", joins: [5], place: { page: 2 } });
    expect(first?.details?.marks).toEqual([
      digit(2, 4),
      { type: "link", start: 0, end: 6, href: "https://example.jp/" },
    ]);
    expect(second).toMatchObject({ text: "次に12人", joins: [2], place: { page: 2 } });
    expect(second?.details?.marks).toEqual([
      { type: "link", start: 0, end: 3, href: "https://example.jp/" },
      digit(2, 4),
    ]);
  });

  it.each<[string, ParsedBlock, string[]]>([
    [
      "a bullet gives two, of which the first has the label",
      bullet("ab", { sign: "ア" }),
      ["bullet1 a", "bullet1 b"],
    ],
    [
      "a heading gives the text that was glued to it",
      p("ab", { kind: "heading", level: 2 }),
      ["heading2 a", "paragraph b"],
    ],
    ["a quotation gives two", p("ab", { kind: "quotation" }), ["quotation a", "quotation b"]],
    [
      "a footnote keeps its label",
      p("ab", { kind: "footnote", details: { label: "1" } }),
      ["footnote a", "paragraph b"],
    ],
  ])("%s", (_name, block, expected) => {
    const halves = blocksAfter([block], { op: "split", block: "p0", at: 1 });
    expect(shown(halves)).toEqual(expected);
    expect([halves[0]?.details, halves[1]?.details]).toEqual([block.details, undefined]);
  });

  it("leaves struck words with the character next to the white space they stood by", () => {
    const struck: BlockMark = { type: "struck", start: 1, end: 2, words: "120", side: "after" };
    const [first] = blocksAfter([marked("定 80人", struck)], { op: "split", block: "p0", at: 2 });
    expect(first?.details?.marks).toEqual([{ ...struck, start: 0, end: 1 }]);
  });

  it.each<[string, ParsedBlock, number, string]>([
    ["before its first character", p("一二"), 0, "offset"],
    ["behind its last", p("一二"), 2, "offset"],
    ["far outside", p("一二"), 99_999_999, "offset"],
    ["before nothing but white space", p("一 二"), 1, ""],
    ["inside a character", p("👩‍👧の"), 1, "offset"],
    [
      "inside a reading",
      marked("東京都", { type: "ruby", start: 0, end: 2, reading: "とうきょう" }),
      1,
      "offset",
    ],
    ["of a table", cell("一二", 1, 1), 1, "kind"],
    ["of a picture", p("一二", { kind: "figure" }), 1, "kind"],
  ])("not %s", (_name, block, at, why) => {
    const { unfit } = worked([block], { op: "split", block: "p0", at });
    expect(unfit).toEqual(why === "" ? null : { index: 0, why });
  });

  it("into halves that can be named", () => {
    const names = worked(
      [p("一二三")],
      { op: "split", block: "p0", at: 2 },
      { op: "split", block: "p0", at: 1 },
    );
    expect(names.pieces.map(({ key, block }) => [key, block.text])).toEqual([
      ["p0", "一"],
      ["s1", "二"],
      ["s0", "三"],
    ]);
  });
});

describe("a block is left out and taken back", () => {
  const leftOut: LeftOut[] = [
    { why: "share", before: 1, blocks: [p("共有")] },
    { why: "related", before: 2, blocks: [p("関連一"), p("関連二")] },
  ];
  const article = { blocks: [p("一"), p("二")], leftOut, notes: [] };
  const edited = (...edits: ImportEdit[]) => applyImportEdits(article, edits);

  it("shows page furniture in its place", () => {
    expect(edited().pieces.map(({ key, out }) => [key, out])).toEqual([
      ["p0", null],
      ["o0.0", "share"],
      ["p1", null],
      ["o1.0", "related"],
      ["o1.1", "related"],
    ]);
  });

  it("by itself or with those behind it", () => {
    const back = edited({ op: "takeBack", block: "o1.0", through: "o1.1" }, { op: "leaveOut", block: "p0" });
    expect(editedBlocks(back).map(({ text }) => text)).toEqual(["二", "関連一", "関連二"]);
    const again = edited({ op: "leaveOut", block: "p0" }, { op: "takeBack", block: "p0" });
    expect(again).toEqual(edited());
  });

  it.each<[string, ImportEdit[], string]>([
    ["what is out already", [{ op: "leaveOut", block: "o0.0" }], "no_block"],
    ["what is in", [{ op: "takeBack", block: "p0" }], "no_block"],
    ["what there is not", [{ op: "leaveOut", block: "p7" }], "no_block"],
    ["a range that ends before it begins", [{ op: "leaveOut", block: "p1", through: "p0" }], "no_block"],
    ["everything", [{ op: "leaveOut", block: "p0", through: "p1" }], "nothing_left"],
  ])("but not %s", (_name, edits, why) => {
    expect(edited(...edits).unfit).toEqual({ index: edits.length - 1, why });
  });
});

describe("what a machine read is compared and corrected", () => {
  const blocks = [
    marked("全部で120人と8O人", digit(3, 6), digit(8, 9), {
      type: "unsure",
      start: 9,
      end: 10,
      what: "word",
    }),
  ];

  it("digit by digit", () => {
    const [first] = blocksAfter(blocks, { op: "compared", block: "p0", start: 3, end: 4 });
    expect(first?.details?.marks?.slice(0, 2)).toEqual([digit(4, 6), digit(8, 9)]);
    const [whole] = blocksAfter(blocks, { op: "compared", block: "p0" });
    expect(whole?.details).toBeUndefined();
  });

  it("from what to what", () => {
    const correct = { op: "correct", block: "p0", start: 9, end: 10, from: "O", to: "00" } as const;
    const [first] = blocksAfter(blocks, correct);
    expect(first?.text).toBe("全部で120人と800人");
    expect(first?.details?.marks).toEqual([digit(3, 6), digit(8, 9)]);
    // It stays a machine's reading, whatever was compared.
    const all: ImportEdit[] = [{ op: "compared", block: "p0" }, correct];
    expect(blocksAfter(blocks, ...all)[0]?.text).toBe("全部で120人と800人");
  });

  it("also on pages of which nothing is unsure", () => {
    const place = { page: 3, top: 0 };
    const correct: ImportEdit = { op: "correct", block: "p0", start: 0, end: 1, from: "末", to: "未" };
    const notes = [{ what: "machine_read" as const, count: 1, pages: [3] }];
    const read = applyImportEdits({ blocks: [p("末定", { place })], notes }, [correct]);
    expect(editedBlocks(read).map(({ text }) => text)).toEqual(["未定"]);
    expect(applyImportEdits({ blocks: [p("末定")], notes }, [correct]).unfit?.why).toBe("not_machine_read");
  });

  it.each<[string, ImportEdit, string]>([
    ["what is sure", { op: "compared", block: "p0", start: 0, end: 3 }, "nothing_unsure"],
    [
      "other words than stand there",
      { op: "correct", block: "p0", start: 3, end: 6, from: "121", to: "1" },
      "words",
    ],
    ["outside the text", { op: "correct", block: "p0", start: 300, end: 301, from: "1", to: "2" }, "words"],
    [
      "all of it away",
      { op: "correct", block: "p0", start: 0, end: 11, from: "全部で120人と8O人", to: "" },
      "words",
    ],
    [
      "into half a character",
      { op: "correct", block: "p0", start: 9, end: 10, from: "O", to: "\u3099" },
      "words",
    ],
  ])("but not %s", (_name, edit, why) => {
    expect(worked(blocks, edit).unfit).toEqual({ index: 0, why });
  });
});

test("what was understood is not changed, and the same edits give the same", () => {
  const blocks = Object.freeze([Object.freeze(p("一二")), Object.freeze(p("三"))]) as ParsedBlock[];
  const edits: ImportEdit[] = [
    { op: "split", block: "p0", at: 1 },
    { op: "join", block: "p1" },
  ];
  expect(worked(blocks, ...edits)).toEqual(worked(blocks, ...edits));
});

describe("hostile edits", () => {
  it.each<[string, ParsedBlock[], ImportEdit[]]>([
    [
      "splits behind the end of an endless block",
      [p("長".repeat(1_500_000))],
      Array.from({ length: 10_000 }, (_, at) => ({ op: "split", block: "p0", at: 1_400_000 - at })),
    ],
    [
      "splits of an endless character",
      [p(`あ${"\u0301".repeat(1_500_000)}い`)],
      Array.from({ length: 10_000 }, () => ({ op: "split", block: "p0", at: 700_000 })),
    ],
    [
      "ten thousand lines joined into one",
      Array.from({ length: 10_001 }, () => p("行の文字がここにあります")),
      Array.from({ length: 10_000 }, (_, at) => ({ op: "join", block: `p${at + 1}` })),
    ],
    [
      "titles of an article of fifty thousand blocks",
      Array.from({ length: 50_000 }, () => p("題")),
      Array.from({ length: 10_000 }, (_, at) => ({ op: "setKind", block: `p${at}`, kind: "title" })),
    ],
    [
      "ranges over everything, again and again",
      Array.from({ length: 50_000 }, () => p("一")),
      Array.from({ length: 10_000 }, (_, at) => ({
        op: at % 2 ? "takeBack" : "leaveOut",
        block: "p1",
        through: "p49999",
      })),
    ],
  ])("%s end", (_name, blocks, edits) => {
    const { unfit } = worked(blocks, ...edits);
    expect([null, "too_much", "offset"]).toContain(unfit?.why ?? null);
  });
});
