import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DiffRow, diffRevisions } from "./revision-diff.ts";

const blocks = (texts: readonly string[]) => texts.map((text) => ({ text }));
const rowsOf = (before: readonly string[], after: readonly string[]) =>
  diffRevisions(blocks(before), blocks(after));
/** `kind before→after`, blocks counted from 0. */
const shown = (rows: readonly DiffRow[]) =>
  rows.map(({ kind, before, after }) => `${kind} ${before}→${after}`);

const parade = "北京で開催される記念パレードは、中国の現代史における最大級の外交ショーとなる。";
const meeting = "プーチン大統領と金正恩総書記の対面は、昨年6月以来となる。";
const tourists = "中国・ロシア観光客の受け入れ拡大で外貨を確保。平壌の観光地整備が進みつつある。";
const missiles =
  "近年、北朝鮮は新型兵器の開発を加速。視察時には大量の新型弾道ミサイルが並んだと伝えられています。";
const peace = "地域の平和と安定のためには、包摂的な外交対話と国際協調が不可欠です。";

describe("what became of each block", () => {
  it.each([
    ["nothing", [parade, meeting], [parade, meeting], ["same 0→0", "same 1→1"]],
    ["a number", [parade, meeting], [parade, meeting.replace("6", "9")], ["same 0→0", "edited 1→1"]],
    ["a block that went", [parade, meeting, peace], [parade, peace], ["same 0→0", "deleted 1→", "same 2→1"]],
    ["a block that came", [parade, peace], [parade, meeting, peace], ["same 0→0", "inserted →1", "same 1→2"]],
    [
      "a block put down further below",
      [parade, meeting, tourists, peace],
      [meeting, tourists, parade, peace],
      ["moved_away 0→", "same 1→0", "same 2→1", "moved_here 0→2", "same 3→3"],
    ],
    [
      "a block that moved up and was edited",
      [parade, meeting, tourists, peace],
      [peace.replace("不可欠です", "欠かせません"), parade, meeting, tourists],
      ["moved_here 3→0", "same 0→1", "same 1→2", "same 2→3", "moved_away 3→"],
    ],
    [
      "the same block twice",
      [parade, meeting],
      [parade, meeting, parade],
      ["same 0→0", "same 1→1", "inserted →2"],
    ],
    [
      "a block split in two",
      [parade, missiles, peace],
      [parade, ...missiles.split(/(?<=加速。)/), peace],
      ["same 0→0", "edited 1→1,2", "same 2→3"],
    ],
    [
      "two blocks made one",
      [parade, ...missiles.split(/(?<=加速。)/), peace],
      [parade, missiles, peace],
      ["same 0→0", "edited 1,2→1", "same 3→2"],
    ],
    ["other words", [parade, meeting], [parade, tourists], ["same 0→0", "deleted 1→", "inserted →1"]],
    [
      "two that changed places with a short word",
      [parade, "はい"],
      ["はい", parade],
      ["inserted →0", "same 0→1", "deleted 1→"],
    ],
    ["everything new", [], [parade], ["inserted →0"]],
  ])("%s", (_name, before, after, expected) => {
    expect(shown(rowsOf(before, after))).toEqual(expected);
  });

  it("shows what changed on the way of a block that moved", () => {
    const rows = rowsOf(
      [parade, meeting, tourists],
      [meeting.replace("6月", "9月"), parade, tourists].toReversed(),
    );
    const moved = rows.filter(({ kind }) => kind === "moved_here");
    expect(moved.flatMap(({ segments }) => segments.filter(({ kind }) => kind !== "same"))).toEqual([
      { kind: "deleted", text: "6" },
      { kind: "inserted", text: "9" },
    ]);
  });
});

const sentence = fc.constantFrom(
  parade,
  meeting,
  tourists,
  missiles,
  peace,
  "はい",
  "1. 概要",
  "The rate rose to 4.1 percent.",
  "The rate rose to 4.2 percent.",
);
const article = fc.array(sentence, { maxLength: 12 });
const joined = (rows: readonly DiffRow[], drop: "inserted" | "deleted") =>
  rows.map(({ segments }) =>
    segments
      .filter(({ kind }) => kind !== drop)
      .map(({ text }) => text)
      .join(""),
  );

describe("laws", () => {
  it("gives back both articles, each block once", () => {
    fc.assert(
      fc.property(article, article, (before, after) => {
        const rows = rowsOf(before, after);
        const was = rows.filter(({ kind, before: at }) => kind !== "moved_here" && at.length > 0);
        const is = rows.filter(({ kind, after: at }) => kind !== "moved_away" && at.length > 0);
        expect(was.flatMap(({ before: at }) => at)).toEqual(before.map((_, index) => index));
        expect(is.flatMap(({ after: at }) => at)).toEqual(after.map((_, index) => index));
        expect(joined(was, "inserted").join("\n")).toBe(before.join("\n"));
        expect(joined(is, "deleted").join("\n")).toBe(after.join("\n"));
      }),
    );
  });

  it("has one place away for each place here", () => {
    fc.assert(
      fc.property(article, article, (before, after) => {
        const rows = rowsOf(before, after);
        const ends = (kind: DiffRow["kind"]) =>
          rows.filter((row) => row.kind === kind).map(({ move, before: at }) => `${move} ${at}`);
        expect(ends("moved_away").toSorted()).toEqual(ends("moved_here").toSorted());
      }),
    );
  });

  it("finds no change in an article and itself", () => {
    fc.assert(
      fc.property(article, (same) => {
        expect(rowsOf(same, same).every(({ kind }) => kind === "same")).toBe(true);
      }),
    );
  });
});

it("compares thousands of blocks that have nothing in common", () => {
  const many = (salt: number) =>
    Array.from(
      { length: 2000 },
      (_, index) => `第${index * salt}項は${(index * 7919 * salt) % 9973}の値を${salt}回とる。`,
    );
  const rows = rowsOf(many(3), many(7));
  expect(rows.filter(({ kind }) => kind !== "moved_here").flatMap(({ before }) => before)).toHaveLength(2000);
}, 30_000);
