import { describe, expect, it } from "vitest";
import type { DiffRow, DiffRowKind } from "#domain/diff/revision-diff.ts";
import { diffStretches } from "./diff-stretches.ts";

const row = (kind: DiffRowKind): DiffRow => ({ kind, before: [0], after: [0], segments: [], move: null });
/** One letter a row: `=` same, `x` edited. Folded rows in brackets. */
const shown = (rows: string): string =>
  diffStretches([...rows].map((letter) => row(letter === "=" ? "same" : "edited")))
    .map(({ isFolded, rows: own }) => {
      const letters = own.map(({ change }) => change ?? "=").join("");
      return isFolded ? `(${letters})` : letters;
    })
    .join("");

describe("what is folded", () => {
  it.each([
    ["nothing", "", ""],
    ["nothing where nothing changed", "=====", "====="],
    ["all but the neighbours of a change", "====x====", "(===)=1=(===)"],
    ["nothing between two near changes", "=x==x=", "=1==2="],
    ["not a single row", "=x===x", "=1===2"],
    ["what is between two far changes", "x====x", "1=(==)=2"],
  ])("%s", (_name, rows, expected) => {
    expect(shown(rows)).toBe(expected);
  });
});
