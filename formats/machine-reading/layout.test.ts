import { describe, expect, it } from "vitest";
import { inkedPaper } from "#formats/samples/printed-page.ts";
import { cutOut, greyOf, inkOf, pgmOf } from "./bitmap.ts";
import { letterSize } from "./letter-size.ts";
import { laidAcross, laidDown } from "./reduce.ts";
import { regionsOf } from "./regions.ts";
import { skewOf } from "./skew.ts";

const LETTER = 16;
type Box = [number, number, number, number];

/** A line of letters, each in a square with some paper around it. */
const line = (left: number, top: number, letters: number): Box[] =>
  Array.from({ length: letters }, (_, index) => [left + index * (LETTER + 4), top, LETTER, LETTER]);
const lines = (left: number, top: number, count: number, letters: number): Box[] =>
  Array.from({ length: count }, (_, index) => line(left, top + index * 30, letters)).flat();
const turned = (boxes: readonly Box[], width: number): Box[] =>
  boxes.map(([left, top, wide, high]) => [width - top - high, left, high, wide]);
const sides = (boxes: readonly { left: number; right: number; top: number; bottom: number }[]) =>
  boxes.map(({ left, right, top, bottom }) => [left, top, right, bottom]);

describe("the parts of a page in reading order", () => {
  const two = [...lines(50, 100, 10, 20), ...lines(550, 100, 10, 20)];
  it.each<[string, Box[], number]>([
    ["lines of one column are one part", lines(50, 100, 12, 40), 1],
    ["two columns are two", two, 2],
    ["a heading over both is one more", [...line(50, 40, 40), ...two], 3],
    ["and a line under both", [...two, ...line(50, 460, 40)], 3],
    ["three columns", [...lines(20, 50, 9, 14), ...lines(360, 50, 9, 14), ...lines(700, 50, 9, 14)], 3],
    ["a column that ends before the other", [...lines(50, 100, 12, 20), ...lines(550, 100, 5, 20)], 2],
    [
      "labels and what they name are read line by line",
      [...lines(50, 100, 8, 4), ...lines(300, 100, 8, 20)],
      1,
    ],
    [
      "cells that do not fill their columns are no columns",
      [...lines(50, 100, 8, 9).filter((_, at) => at % 9 < 3 || at < 9), ...lines(550, 100, 8, 9)],
      1,
    ],
    ["a rule between two columns parts nothing else", [...two, [500, 90, 2, 320]], 2],
    ["an empty page has none", [], 0],
  ])("%s", (_name, boxes, count) => {
    expect(regionsOf(inkOf(inkedPaper(1000, 700, boxes)), "across")).toHaveLength(count);
  });

  it("columns are read from the left to the right", () => {
    const [left, right] = regionsOf(inkOf(inkedPaper(1000, 700, two)), "across");
    expect(left?.right).toBeLessThan(right?.left ?? 0);
  });

  it("parts of lines that run down are read from above to below", () => {
    // The page laid so that its lines run across, turned as it is printed.
    const page = inkedPaper(700, 1000, turned(two, 700));
    const [upper, lower, ...more] = regionsOf(inkOf(page), "down");
    expect(more).toEqual([]);
    expect(upper?.bottom).toBeLessThan(lower?.top ?? 0);
  });

  it("a picture of many pixels is looked at in small, and answered in its own", () => {
    const large = two.map(([left, top, wide, high]): Box => [left * 3, top * 3, wide * 3, high * 3]);
    const [first] = regionsOf(inkOf(inkedPaper(3000, 2100, large)), "across");
    expect(first?.left).toBeGreaterThan(100);
    expect(first?.left).toBeLessThanOrEqual(150);
  });
});

describe("how a page lies", () => {
  const page = (degrees: number) => {
    const slope = Math.tan((degrees * Math.PI) / 180);
    const boxes = lines(60, 150, 14, 40).map(
      ([left, top, wide, high]): Box => [left, Math.round(top + left * slope), wide, high],
    );
    return inkOf(inkedPaper(1000, 800, boxes));
  };
  it.each([0, 1, 2, -2, 3.5, -4])("turned by %d°", (degrees) => {
    expect(Math.abs(skewOf(page(degrees), "across") - degrees)).toBeLessThanOrEqual(0.2);
  });

  it("with lines that run down", () => {
    const slope = Math.tan((2 * Math.PI) / 180);
    const boxes = turned(lines(60, 150, 14, 30), 800).map(
      ([left, top, wide, high]): Box => [Math.round(left - top * slope), top, wide, high],
    );
    expect(skewOf(inkOf(inkedPaper(800, 1000, boxes)), "down")).toBeCloseTo(2, 0);
  });

  it("an empty one lies straight", () => expect(skewOf(inkOf(inkedPaper(100, 100, [])), "across")).toBe(0));
});

describe("pictures", () => {
  it("grey on yellow paper is ink", () => {
    const page = inkedPaper(20, 20, [[5, 5, 4, 4]]);
    const faded = { ...page, pixels: page.pixels.map((grey) => (grey === 0 ? 140 : 210)) };
    expect(inkOf(faded).ink.reduce((sum, one) => sum + one, 0)).toBe(16);
  });

  it("what is transparent lies on white", () => {
    expect([...greyOf(2, 1, new Uint8ClampedArray([0, 0, 0, 0, 0, 0, 0, 255])).pixels]).toEqual([255, 0]);
  });

  it("a part is cut out with paper around it", () => {
    const part = cutOut(inkedPaper(10, 10, [[2, 2, 1, 1]]), { left: 2, top: 2, right: 3, bottom: 3 }, 1);
    expect([part.width, part.height, ...part.pixels]).toEqual([
      3, 3, 255, 255, 255, 255, 0, 255, 255, 255, 255,
    ]);
    expect(new TextDecoder("latin1").decode(pgmOf(part).subarray(0, 11))).toBe("P5\n3 3\n255\n");
  });

  it("letters are as tall as most of them, whatever dirt and drawings there are", () => {
    const boxes: Box[] = [...lines(50, 100, 6, 20), [700, 100, 200, 200], [10, 10, 1, 1]];
    expect(letterSize(inkOf(inkedPaper(1000, 700, boxes)))).toBe(LETTER);
  });

  it("a page laid across and back is the same", () => {
    const page = inkOf(inkedPaper(30, 20, [[24, 3, 2, 9]]));
    const across = laidAcross(page);
    expect(laidDown({ left: 3, top: 4, right: 12, bottom: 6 }, page.width)).toEqual({
      left: 24,
      top: 3,
      right: 26,
      bottom: 12,
    });
    expect(
      sides([laidDown({ left: 0, top: 0, right: across.width, bottom: across.height }, page.width)]),
    ).toEqual([[0, 0, 30, 20]]);
  });
});
