import { describe, expect, it } from "vitest";
import { sampleClaim } from "#components/claim/sample-claim.ts";
import { codePoints } from "#domain/offset.ts";
import type { DraftDecision, DraftEntry, DraftOutcome } from "#domain/revision-draft.ts";
import { groupEntries, isUndecided, nextUndecided, savePlan } from "./draft-progress.ts";

const range = (start: number) => ({
  blockId: "b1",
  start: codePoints(start),
  end: codePoints(start + 3),
  exact: "三万人",
  prefix: "",
  suffix: "",
});
const placed = (start: number, isChanged: boolean): DraftDecision => ({
  kind: "placed",
  ...range(start),
  isChanged,
});
const dropped: DraftDecision = { kind: "dropped", reason: "removed" };

const entry = (
  id: string,
  outcome: DraftOutcome,
  decision: DraftDecision | null = null,
  workState: "settled" | "checking" = "checking",
): DraftEntry => ({
  claim: { ...sampleClaim({ id }), workState },
  outcome,
  before: range(10),
  after: null,
  why: null,
  differences: [],
  candidates: [],
  decision,
  decidedBy: null,
  decidedAt: null,
});

describe("what saving would do", () => {
  it.each([
    ["nothing to a kept claim", entry("a", "exact"), { kept: 1 }],
    ["a move", entry("a", "moved"), { moved: 1 }],
    ["an undecided changed claim waits", entry("a", "changed"), { waiting: 1 }],
    ["an undecided lost claim waits", entry("a", "gone"), { waiting: 1 }],
    ["a changed claim that was confirmed", entry("a", "changed", placed(10, true)), { changed: 1 }],
    [
      "a settled one is reopened",
      entry("a", "changed", placed(10, true), "settled"),
      { changed: 1, reopened: 1 },
    ],
    ["placed on the same words elsewhere", entry("a", "needsPlacing", placed(40, false)), { moved: 1 }],
    ["placed on the same words where they stood", entry("a", "needsPlacing", placed(10, false)), { kept: 1 }],
    ["dropped, though it was found", entry("a", "exact", dropped), { dropped: 1 }],
  ])("%s", (_name, one, expected) => {
    const nothing = { kept: 0, moved: 0, changed: 0, waiting: 0, dropped: 0, reopened: 0 };
    expect(savePlan([one])).toEqual({ ...nothing, ...expected });
  });
});

describe("what is still to decide", () => {
  const entries = [
    entry("a", "changed", placed(10, true)),
    entry("b", "gone"),
    entry("c", "exact"),
    entry("d", "needsPlacing"),
  ];

  it("asks about what was not found without a person, and only until it is decided", () => {
    expect(entries.map(isUndecided)).toEqual([false, true, false, true]);
  });

  it.each([
    ["from the start", null, "b"],
    ["onwards", "b", "d"],
    ["round the end", "d", "b"],
  ])("goes %s", (_name, from, to) => {
    expect(nextUndecided(entries, from)?.claim.id).toBe(to);
  });

  it("ends where all is decided", () => {
    expect(nextUndecided([entry("a", "exact")], null)).toBeNull();
  });

  it("lists those first that ask for a person", () => {
    expect(groupEntries(entries).map(({ group }) => group)).toEqual([
      "changed",
      "needsPlacing",
      "gone",
      "exact",
    ]);
  });
});
