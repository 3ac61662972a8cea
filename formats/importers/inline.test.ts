import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BlockMark } from "#domain/block.ts";
import { codePointLength } from "#domain/offset.ts";
import { isBlockText } from "#editor/block-text.ts";
import { SHOWN_BREAK as BR, type InlinePiece, linesOf, oneLineOf } from "./inline.ts";

const struck = (text: string): InlinePiece => ({ text, struck: true });
const raised = (text: string): InlinePiece => ({ text, script: "raised" });
const lowered = (text: string): InlinePiece => ({ text, script: "lowered" });
const plain = (text: string): InlinePiece => ({ text });

describe("running text", () => {
  it.each<[string, InlinePiece[], string[]]>([
    ["a wrap between Japanese lines is nothing", [plain("北京で\n会った")], ["北京で会った"]],
    ["a wrap between Latin words is a space", [plain("the\nend")], ["the end"]],
    ["a wrap between figures is a space", [plain("１２０\n３５歳")], ["１２０ ３５歳"]],
    [
      "a break that is shown stays",
      [plain(`定員：１２０${BR}３５歳以下：４８`)],
      ["定員：１２０\n３５歳以下：４８"],
    ],
    ["a vertical tab is one", [plain("定員：１２０\v３５歳以下")], ["定員：１２０\n３５歳以下"]],
    ["two of them begin another block", [plain(`一${BR}${BR}二`)], ["一", "二"]],
    ["blank lines at the ends are nothing", [plain(`${BR}一${BR} ${BR}`)], ["一"]],
    ["raised figures are other characters", [plain("10"), raised("6"), plain("ベクレル")], ["10⁶ベクレル"]],
    ["raised words have a sign", [plain("1"), raised("er"), plain(" mai")], ["1^er mai"]],
    [
      "raised words before others are closed",
      [plain("売上高"), raised("注1"), plain("は")],
      ["売上高^(注1)は"],
    ],
    ["raised text in many runs is one", [plain("m"), raised("-"), raised("2")], ["m⁻²"]],
    ["lowered figures too", [plain("CO"), lowered("2"), plain("は")], ["CO₂は"]],
    ["struck words stay beside", [plain("定員は"), struck("120"), plain("80人")], ["定員は 80人"]],
    ["struck words among spaces", [plain("rose "), struck("30"), plain(" 3 percent")], ["rose 3 percent"]],
    ["struck words at the beginning", [struck("中止"), plain("開催")], ["開催"]],
    ["struck words at the end", [plain("開催 "), struck("中止")], ["開催"]],
    ["struck words on a line of their own", [struck("中止"), plain(`${BR}開催`)], ["開催"]],
    ["nothing but struck words", [struck("中止")], []],
    [
      "soft hyphens and zero-width spaces",
      [plain("Donau\u00addampf\u200bschiff \u{1f468}\u200d\u{1f469}")],
      ["Donaudampfschiff 👨‍👩"],
    ],
  ])("%s", (_name, pieces, texts) => {
    expect(linesOf(pieces).map(({ text }) => text)).toEqual(texts);
  });

  it.each<[string, InlinePiece[], BlockMark[]]>([
    ["inside", [plain("定員は"), struck("120"), plain("80人")], [mark(3, 4, "120", "before")]],
    ["at the beginning", [struck("中止"), plain("開催")], [mark(0, 1, "中止", "before")]],
    ["at the end", [plain("開催"), struck("中止")], [mark(1, 2, "中止", "after")]],
    ["behind a space", [plain("rose "), struck("30"), plain(" 3")], [mark(4, 5, "30", "before")]],
    ["before an emoji of several", [struck("旧"), plain("👨‍👩‍👧の家")], [mark(0, 5, "旧", "before")]],
    ["in two runs", [plain("は"), struck("12"), struck("0 "), plain("人")], [mark(1, 2, "120", "before")]],
  ])("struck words %s have their mark", (_name, pieces, marks) => {
    expect(oneLineOf(pieces).marks).toEqual(marks);
  });
});

function mark(start: number, end: number, words: string, side: "before" | "after"): BlockMark {
  return { type: "struck", start, end, words, side };
}

const LETTERS = [..."0123456789９十abcあ人é", "👨‍👩‍👧", " ", "\n", BR, "\u00ad"];
const piece = fc.record({
  text: fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 6 }),
  script: fc.constantFrom("raised" as const, "lowered" as const, undefined, undefined),
  struck: fc.constantFrom(true, false, false, false),
  link: fc.constantFrom("https://a.example/", undefined),
});

it("makes blocks and marks that a revision can hold, whatever the pieces", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      for (const { text, marks } of [...linesOf(pieces), oneLineOf(pieces)].filter(
        ({ text }) => text !== "",
      )) {
        expect(isBlockText(text) && text.trim() === text).toBe(true);
        for (const { start, end } of marks)
          expect(0 <= start && start < end && end <= codePointLength(text)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

it("lets no two figures meet that a break, a level or a strike keeps apart", () => {
  const edge = fc.constantFrom("break", "raise", "lower", "strike", "wrap");
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom("12", "３", "x4"), edge), { minLength: 1, maxLength: 6 }),
      (parts) => {
        const pieces: InlinePiece[] = [];
        for (const [text, kind] of parts) {
          pieces.push(plain(text));
          if (kind === "break") pieces.push(plain(BR));
          if (kind === "wrap") pieces.push(plain("\n"));
          if (kind === "raise") pieces.push(raised("7"));
          if (kind === "lower") pieces.push(lowered("8"));
          if (kind === "strike") pieces.push(struck("9"));
        }
        const text = linesOf(pieces)
          .map((line) => line.text)
          .join("\n");
        for (const found of text.match(/[\p{L}\d３]+/gu) ?? []) expect(["12", "３", "x4"]).toContain(found);
      },
    ),
  );
});
