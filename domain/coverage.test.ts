import { describe, expect, it } from "vitest";
import type { Block } from "./block.ts";
import { bulletStates, coverageOf, nextUnmarked } from "./coverage.ts";
import { codePoints } from "./offset.ts";

const bullet = (id: string): Block => ({
  id,
  kind: "bullet",
  level: 1,
  text: id,
  start: codePoints(0),
  end: codePoints(1),
});
const paragraph: Block = { ...bullet("p"), kind: "paragraph", level: null };
const blocks = [paragraph, bullet("a"), bullet("b"), bullet("c")];

describe("coverage of bullets", () => {
  it("counts bullets only", () => {
    const states = bulletStates(blocks, [{ blockId: "p" }, { blockId: "a" }], [{ blockId: "b" }]);
    expect(coverageOf(states.values())).toEqual({ bullets: 3, claimed: 1, dismissed: 1 });
  });

  it("counts a dismissed bullet that has a claim as claimed", () => {
    const states = bulletStates(blocks, [{ blockId: "b" }], [{ blockId: "b" }]);
    expect(states.get("b")).toBe("claimed");
    expect(coverageOf(states.values())).toEqual({ bullets: 3, claimed: 1, dismissed: 0 });
  });
});

describe("the next unmarked bullet", () => {
  const states = bulletStates(blocks, [{ blockId: "b" }], []);
  it.each([
    ["from the start", null, "a"],
    ["after the first", "a", "c"],
    ["round the end", "c", "a"],
    ["from a block that is not there", "gone", "a"],
  ])("is found %s", (_, after, expected) => {
    expect(nextUnmarked(blocks, states, after)?.id).toBe(expected);
  });

  it("is null when all are covered", () => {
    const covered = bulletStates(blocks, [{ blockId: "a" }, { blockId: "b" }], [{ blockId: "c" }]);
    expect(nextUnmarked(blocks, covered, null)).toBeNull();
  });
});
