import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DiffSegment } from "./segments.ts";
import { diffText } from "./text-diff.ts";

/** `[-deleted-]{+inserted+}` among what stayed. */
const shown = (segments: readonly DiffSegment[]): string =>
  segments
    .map(({ kind, text }) => {
      if (kind === "deleted") return `[-${text}-]`;
      return kind === "inserted" ? `{+${text}+}` : text;
    })
    .join("");

const without = (segments: readonly DiffSegment[], kind: DiffSegment["kind"]): string =>
  segments
    .filter((segment) => segment.kind !== kind)
    .map(({ text }) => text)
    .join("");

describe("what a reader sees of an edit", () => {
  it.each([
    [
      "a number is whole",
      "参加者は5,000人だった。",
      "参加者は6,000人だった。",
      "参加者は[-5,000-]{+6,000+}人だった。",
    ],
    [
      "a number in kanji is whole",
      "参加者は二千五百人だった。",
      "参加者は二千六百人だった。",
      "参加者は[-二千五百-]{+二千六百+}人だった。",
    ],
    [
      "a full-width number and its decimals",
      "成長率は３．５％だった。",
      "成長率は３．６％だった。",
      "成長率は[-３．５-]{+３．６+}％だった。",
    ],
    [
      "one character of a word",
      "首脳会談が開催された。",
      "首脳会談が開会された。",
      "首脳会談が開[-催-]{+会+}された。",
    ],
    [
      "a katakana name is whole",
      "ゼレンスキー氏が訪問した。",
      "ゼレンスカ氏が訪問した。",
      "[-ゼレンスキー-]{+ゼレンスカ+}氏が訪問した。",
    ],
    ["a negation", "政府は支持しない。", "政府は支持する。", "政府は支持[-しない-]{+する+}。"],
    [
      "a new sentence",
      "晴れた。風が出た。",
      "晴れた。雨は止んだ。風が出た。",
      "晴れた。{+雨は止んだ。+}風が出た。",
    ],
    [
      "a sentence that went",
      "晴れた。雨は止んだ。風が出た。",
      "晴れた。風が出た。",
      "晴れた。[-雨は止んだ。-]風が出た。",
    ],
    [
      "a sentence with other words is replaced as a whole",
      "経済は順調に成長した。",
      "次の会合は秋に大阪である。",
      "[-経済は順調に成長した。-]{+次の会合は秋に大阪である。+}",
    ],
    [
      "few changes rather than crumbs",
      "北京で開かれた記念式典に出席した。",
      "上海で行われた記念式典に出席した。",
      "[-北京で開か-]{+上海で行わ+}れた記念式典に出席した。",
    ],
    [
      "a paragraph split in two",
      "開発を加速した。視察時にはミサイルが並んだ。",
      "開発を加速した。\n視察時にはミサイルが並んだ。",
      "開発を加速した。{+\n+}視察時にはミサイルが並んだ。",
    ],
    [
      "an English number",
      "The rate rose to 4.1 percent in March. Officials denied it.",
      "The rate rose to 4.2 percent in March. Officials denied it.",
      "The rate rose to [-4.1-]{+4.2+} percent in March. Officials denied it.",
    ],
    [
      "an English word is whole",
      "The minister confirmed the report.",
      "The minister conformed the report.",
      "The minister [-confirmed-]{+conformed+} the report.",
    ],
    [
      "an English sentence put between two",
      "It rained. We left.",
      "It rained. Nobody came. We left.",
      "It rained. {+Nobody came. +}We left.",
    ],
    [
      "an emoji of several code points",
      "家族は👨‍👩‍👧です。",
      "家族は👨‍👩‍👦です。",
      "家族は[-👨‍👩‍👧-]{+👨‍👩‍👦+}です。",
    ],
    ["a decomposed kana", "か\u3099くせい", "かくせい", "[-か\u3099-]{+か+}くせい"],
  ])("%s", (_name, before, after, expected) => {
    expect(shown(diffText(before, after))).toBe(expected);
  });
});

const word = fc.constantFrom(
  "首相",
  "は",
  "5,000",
  "人",
  "。",
  "！",
  " ",
  "\n",
  "the ",
  "rate. ",
  "ミサイル",
  "👨‍👩‍👧",
  "が",
  "\u3099",
);
const text = fc.oneof(
  fc.array(word, { maxLength: 60 }).map((words) => words.join("")),
  fc.string({ unit: "binary" }),
);

describe("laws", () => {
  it("gives back both texts", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const segments = diffText(before, after);
        expect(without(segments, "inserted")).toBe(before);
        expect(without(segments, "deleted")).toBe(after);
      }),
    );
  });

  it("never has two runs of one kind side by side, or an empty one", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const segments = diffText(before, after);
        segments.forEach(({ kind, text: words }, index) => {
          expect(words).not.toBe("");
          expect(segments[index + 1]?.kind).not.toBe(kind);
        });
      }),
    );
  });

  it("finds nothing in a text and itself", () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(diffText(same, same).every(({ kind }) => kind === "same")).toBe(true);
      }),
    );
  });

  it("never leaves a part of a number that changed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), fc.integer({ min: 0 }), (one, other) => {
        fc.pre(one !== other);
        const [was, is] = [one.toLocaleString("en"), other.toLocaleString("en")];
        expect(shown(diffText(`参加者は${was}人だった。`, `参加者は${is}人だった。`))).toBe(
          `参加者は[-${was}-]{+${is}+}人だった。`,
        );
      }),
    );
  });
});

describe("texts that ask for much", () => {
  const letters = Array.from(
    { length: 100_000 },
    (_, index) => "あいうえおかきくけこ漢字日本東京"[(index * index * 31) % 17] ?? "。",
  ).join("");
  it.each([
    [
      "no sentence in 100,000 characters, turned round",
      letters.replaceAll("。", "ん"),
      [...letters.replaceAll("。", "ん")].reverse().join(""),
    ],
    ["thousands of sentences, turned round", letters, [...letters].reverse().join("")],
    ["one character", "あ".repeat(100_000), `${"あ".repeat(50_000)}い${"あ".repeat(40_000)}`],
    ["full stops only", "。".repeat(100_000), ".。".repeat(50_000)],
    ["quotation marks without an end", `.${'"'.repeat(100_000)}`, `.${"'".repeat(100_000)}`],
  ])(
    "%s",
    (_name, before, after) => {
      const segments = diffText(before, after);
      expect(without(segments, "inserted")).toBe(before);
      expect(without(segments, "deleted")).toBe(after);
    },
    30_000,
  );
});
