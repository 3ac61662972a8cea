import { describe, expect, it } from "vitest";
import { type Block, type BlockKind, blockAround, sectionsOf } from "./block.ts";
import { codePoints } from "./offset.ts";

const blocks = (...described: [BlockKind, string, (number | null)?][]): Block[] => {
  let at = 0;
  return described.map(([kind, text, level = null], index) => {
    const start = at;
    at += [...text].length + 1;
    return { id: `b${index + 1}`, kind, level, text, start: codePoints(start), end: codePoints(at - 1) };
  });
};
const range = (start: number, end: number) => ({ start: codePoints(start), end: codePoints(end) });

describe("the block around a range", () => {
  const article = blocks(["heading", "題", 1], ["paragraph", "あいう"], ["bullet", "𠮷田", 1]);

  it.each([
    ["the whole of a block", range(2, 5), "b2"],
    ["a part of a block", range(3, 4), "b2"],
    ["the last block, counted in code points", range(6, 8), "b3"],
    ["an empty range at a block's end", range(5, 5), "b2"],
    ["a range over an edge", range(4, 7), null],
    ["a range past the end", range(8, 12), null],
  ])("finds %s", (_, wanted, id) => {
    expect(blockAround(article, wanted)?.id ?? null).toBe(id);
  });

  it("finds nothing in an article without blocks", () => {
    expect(blockAround([], range(0, 1))).toBeNull();
  });
});

describe("sections", () => {
  it("leaves the title out and keeps empty headings", () => {
    const article = blocks(
      ["heading", "題", 1],
      ["paragraph", "前書き"],
      ["heading", "はじめに", 2],
      ["bullet", "一", 1],
      ["heading", "参考元", 2],
    );
    expect(
      sectionsOf(article).map(({ heading, blocks: under }) => [heading?.text ?? null, under.length]),
    ).toEqual([
      [null, 1],
      ["はじめに", 1],
      ["参考元", 0],
    ]);
  });

  it("has no sections for a title alone", () => {
    expect(sectionsOf(blocks(["heading", "題", 1]))).toEqual([]);
  });
});
