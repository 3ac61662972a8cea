import { describe, expect, it } from "vitest";
import { isFromRight, isOverprinted } from "./order-doubts.ts";
import type { Line } from "./run.ts";

/** A line of pieces, each with where it begins; a letter is five points wide. */
const line = (...pieces: readonly [text: string, x0: number][]): Line => {
  const runs = pieces.map(([text, x0], order) => ({
    text,
    x0,
    x1: x0 + text.length * 5,
    y: 0,
    size: 10,
    font: "",
    hasSpaceBefore: false,
    order,
    top: 0,
  }));
  return {
    runs,
    rubies: [],
    x0: 0,
    x1: 500,
    y: 0,
    size: 10,
    page: 1,
    top: 0,
    column: { left: 0, right: 500 },
    font: "",
    isGappy: false,
  };
};
const three = (one: Line): Line[] => [one, one, one];

describe("a page of which nobody can tell the order", () => {
  it.each<[string, boolean, boolean]>([
    [
      "texts over one another",
      isOverprinted(three(line(["what was meant", 0], ["and what was not", 50]))),
      true,
    ],
    ["in one line only", isOverprinted([line(["what was meant", 0], ["and what was not", 50])]), false],
    ["pieces that meet", isOverprinted(three(line(["what was meant ", 0], ["and what was not", 73]))), false],
    ["a sign over a word", isOverprinted(three(line(["what was meant", 0], ["*", 40]))), false],
    ["from right to left", isFromRight([line(["the city", 0], ["العربية في المدينة", 100])]), true],
    ["one word from right to left", isFromRight([line(["the city that they call", 0], ["بيت", 200])]), false],
  ])("%s", (_name, found, right) => {
    expect(found).toBe(right);
  });
});
