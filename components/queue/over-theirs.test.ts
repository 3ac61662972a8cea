import { describe, expect, test } from "vitest";
import type { Deed } from "./deed.ts";
import type { RefusalNote } from "./entry.ts";
import { conflictOf, deedOfTheirs, keptRefusal, overTheirs } from "./over-theirs.ts";

const claimId = "c1";
const current = {
  version: 7,
  statement: "theirs",
  claimant: "nobody's business",
  assignee: { id: "m2", name: "李", disabled: false },
  anchor: { exact: "橋", start: 0, end: 1 },
  verdict: { version: 3, rating: "false", summary: "private" },
  stance: "refutes",
  primary: true,
  quote: "川",
  locator: null,
  note: null,
  text: "their comment",
};
const refusal: RefusalNote = {
  code: "CONFLICT",
  message: "",
  data: { current, writers: [] },
  at: "2026-11-23T00:00:00.000Z",
};
const field = { kind: "setField", claimId, version: 1 } as const;

describe.each<[string, Deed, Deed, unknown]>([
  [
    "a field",
    { ...field, field: "statement", value: "mine" },
    { ...field, field: "statement", value: "theirs" },
    { version: 7, statement: "theirs" },
  ],
  [
    "a person",
    { ...field, field: "assigneeId", value: null },
    { ...field, field: "assigneeId", value: "m2" },
    { version: 7, assignee: current.assignee },
  ],
  [
    "a rating",
    { ...field, field: "rating", value: "true" },
    { ...field, field: "rating", value: "false" },
    { version: 7, verdict: { version: 3, rating: "false" } },
  ],
  [
    "a place",
    { kind: "moveClaim", claimId, version: 1, target: { exact: "川" } },
    { kind: "moveClaim", claimId, version: 1, target: { exact: "橋" } },
    { version: 7, anchor: current.anchor },
  ],
  [
    "evidence",
    {
      kind: "updateEvidence",
      claimId,
      evidenceId: "e",
      version: 1,
      detail: { stance: "context", primary: true },
    },
    {
      kind: "updateEvidence",
      claimId,
      evidenceId: "e",
      version: 1,
      detail: { stance: "refutes", primary: true, quote: "川", locator: null, note: null },
    },
    { version: 7, stance: "refutes", primary: true, quote: "川", locator: null, note: null },
  ],
  [
    "a comment",
    { kind: "editComment", claimId, threadId: "t", commentId: "k", version: 1, body: "mine" },
    { kind: "editComment", claimId, threadId: "t", commentId: "k", version: 1, body: "their comment" },
    { version: 7, text: "their comment" },
  ],
])("a conflict about %s", (_name, deed, theirs, kept) => {
  const note = keptRefusal(deed, refusal);

  test("keeps of the other person's work what both wrote, and no more", () => {
    expect(conflictOf(note)?.current).toEqual(kept);
  });

  test("can be shown and decided from what is kept", () => {
    expect(deedOfTheirs(deed, note)).toEqual(theirs);
    const conflict = conflictOf(note);
    const version = deed.kind === "setField" && deed.field === "rating" ? 3 : 7;
    expect(conflict && overTheirs(deed, conflict)).toEqual({ ...deed, version });
  });
});

test("another refusal is kept as it is", () => {
  const note: RefusalNote = { ...refusal, code: "FORBIDDEN", data: {} };
  expect(keptRefusal({ ...field, field: "statement", value: "mine" }, note)).toBe(note);
});
