import fc from "fast-check";
import { expect, it } from "vitest";
import { blocksOf } from "./pdf/blocks.ts";
import { lineText } from "./pdf/line-text.ts";
import type { Line, Run } from "./pdf/run.ts";

const SIZE = 10;

/** A line of words with spaces between them, some raised or lowered right behind the word before. */
function lineOf(words: readonly { text: string; script: Run["script"] | null }[], index: number): Line {
  let x = 50;
  const runs = words.map(({ text, script }, order): Run => {
    const x0 = x + (script || order === 0 ? 0 : SIZE * 0.5);
    x = x0 + [...text].length * SIZE * 0.5;
    const run = {
      text,
      x0,
      x1: x,
      y: index * 14,
      size: script ? 6 : SIZE,
      font: "f",
      hasSpaceBefore: false,
      order,
      top: 0.2,
    };
    return script ? { ...run, script } : run;
  });
  return {
    runs,
    rubies: [],
    x0: 50,
    x1: x,
    y: index * 14,
    size: SIZE,
    page: 1,
    top: 0.2,
    column: { left: 50, right: 500 },
    font: "f",
    isGappy: false,
  };
}

const word = fc.record({
  text: fc.constantFrom(
    "a",
    "word",
    "ward-",
    "2025-",
    "1",
    "26",
    "漢字",
    "(x",
    "*",
    "a\u200bb",
    "\u200b",
    "c\u2060",
    "q.",
    "é",
  ),
  script: fc.constantFrom(null, null, null, "super" as const, "sub" as const),
});
/** A line begins with a word that stands in it only. */
const line = fc.array(word, { minLength: 1, maxLength: 5 });

it("a line's beginning is where its block says that lines were joined, whatever is raised, hidden or mended in it", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 2, maxLength: 5 }), (written) => {
      const lines = written.map((words, index) =>
        lineOf([{ text: `${"ghijk"[index]}${index}`, script: null }, ...words], index),
      );
      const paragraph = { lines, text: lines.map(lineText).join("\n") };
      const [block] = blocksOf([paragraph], { size: SIZE, font: "f", leading: 1.4, isIndented: false });
      const letters = [...(block?.text ?? "")];
      const begins = (block?.joins ?? []).map((at) => letters.slice(at, at + 2).join(""));
      expect(begins).toEqual(lines.slice(1).map((_, index) => `${"ghijk"[index + 1]}${index + 1}`));
    }),
    { numRuns: 500 },
  );
});
