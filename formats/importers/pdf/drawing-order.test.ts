import { describe, expect, it } from "vitest";
import { drawingSays } from "./drawing-order.ts";

/** Two columns of twelve lines, read one after the other, drawn in the order that `order` gives column and row. */
const columns = (order: (column: number, row: number) => number) =>
  [0, 1].flatMap((column) =>
    Array.from({ length: 12 }, (_, row) => ({ order: order(column, row), y: 100 + row * 14 })),
  );

describe("the drawing of two columns that are read one after the other", () => {
  it.each<[string, ReturnType<typeof columns>, string]>([
    ["one after the other", columns((column, row) => column * 12 + row), "same"],
    ["the other way round", columns((column, row) => (1 - column) * 12 + row), "other"],
    ["across both, from top to bottom", columns((column, row) => row * 2 + column), "nothing"],
    ["half of each by turns", columns((column, row) => (row < 6 ? 0 : 24) + column * 12 + row), "other"],
    [
      "with one line drawn last",
      columns((column, row) => (row === 3 && column === 0 ? 99 : column * 12 + row)),
      "nothing",
    ],
    ["of a few lines only", columns((column, row) => (1 - column) * 12 + row).slice(9, 15), "nothing"],
  ])("%s", (_name, lines, says) => {
    expect(drawingSays(lines)).toBe(says);
  });
});
