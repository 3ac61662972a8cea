import { describe, expect, it } from "vitest";
import { ratingTotals } from "./report-totals.ts";
import type { Rating, Scale } from "./scale.ts";

const rating = (key: string): Rating => ({
  key,
  label: { ja: key, en: key },
  definition: { ja: "", en: "" },
  value: null,
  colour: "withheld",
  retired: false,
});

const scale = (version: number): Scale => ({
  id: "desk",
  version,
  name: { ja: "", en: "" },
  publisher: null,
  url: null,
  retired: false,
  ratings: [rating("right"), rating("wrong"), rating("never")],
});

/** As much of a claim as totals ask for: the rating's key and the scale version it was given under. */
const rated = (key: string | null, version = 1) =>
  ({ verdict: { rating: key, scaleId: "desk", scaleVersion: version } }) as Parameters<
    typeof ratingTotals
  >[0]["claims"][number];

const counted = (claims: ReturnType<typeof rated>[], scales = [scale(1)]) =>
  ratingTotals({ claims, scales }).map(({ rating, scale, count }) => [rating?.key ?? null, scale, count]);

describe("ratingTotals", () => {
  it("counts in the scale's order and leaves out what nobody gave", () => {
    expect(counted([rated("wrong"), rated("right"), rated("wrong")])).toEqual([
      ["right", "desk 1", 1],
      ["wrong", "desk 1", 2],
    ]);
  });
  it("puts claims without a rating last", () => {
    const open = { verdict: null } as ReturnType<typeof rated>;
    expect(counted([rated(null), open, rated("right")])).toEqual([
      ["right", "desk 1", 1],
      [null, null, 2],
    ]);
  });
  it("keeps equal keys of two scale versions apart", () => {
    expect(counted([rated("right", 1), rated("right", 2)], [scale(2), scale(1)])).toEqual([
      ["right", "desk 2", 1],
      ["right", "desk 1", 1],
    ]);
  });
  it("is empty without claims", () => {
    expect(counted([])).toEqual([]);
  });
});
