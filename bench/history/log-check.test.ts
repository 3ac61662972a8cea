import { expect, test } from "vitest";
import type { Act } from "./act.ts";
import { type Ended, type History, type LoggedEvent, logComplaints } from "./log-check.ts";

const ANN = "ann";
const BOB = "bob";
const CLAIM = "claim-1";

const act = (wanted: Partial<Act>): Act => ({
  id: "act",
  kind: "claim.updated",
  method: "PATCH",
  path: `/claims/${CLAIM}`,
  claimId: CLAIM,
  subjectId: CLAIM,
  ...wanted,
});
const ended = (memberId: string, wanted: Partial<Act>, code: string | null = null): Ended => ({
  act: act(wanted),
  memberId,
  code,
});
const event = (seq: number, kind: string, actorId: string, data: LoggedEvent["data"] = {}): LoggedEvent => ({
  seq,
  kind,
  claimId: CLAIM,
  subjectId: CLAIM,
  actorId,
  data,
});
const says = (from: string, to: string) => ({ changes: [{ field: "statement", from, to }] });
const row = (statement: string, version: number) => ({
  id: CLAIM,
  version,
  deletedAt: null,
  statement,
  claimant: "",
  saidWhere: "",
  priority: "normal",
  workState: "to_check",
  kinds: [],
});

const made = ended(ANN, { kind: "claim.created", mark: "a1" });
const changed = ended(BOB, { mark: "b1", seen: 1 });
const GOOD: History = {
  begun: 0,
  eventSeq: 2,
  events: [event(1, "claim.created", ANN), event(2, "claim.updated", BOB, says("a1", "b1"))],
  ended: [made, changed],
  claims: [row("b1", 2)],
};

test("a history that is one story has no complaints", () => {
  expect(logComplaints(GOOD)).toEqual([]);
});

test("what was refused and came through once is no complaint: it was reported", () => {
  const refused = ended(BOB, { mark: "b1", seen: 1 }, "CONFLICT");
  expect(logComplaints({ ...GOOD, ended: [made, refused] })).toEqual([]);
});

const third = event(3, "claim.updated", ANN, says("b1", "a2"));

test.each<[string, Partial<History>, RegExp]>([
  [
    "a gap",
    { events: [event(1, "claim.created", ANN), event(3, "claim.updated", BOB, says("a1", "b1"))] },
    /gap/,
  ],
  ["a count that is not the log's", { eventSeq: 3 }, /counts 3 events and has 2/],
  ["an acknowledged write that is lost", { ended: [made, changed, ended(ANN, { mark: "a2" })] }, /lost.*a2/],
  [
    "a write that was done twice",
    { eventSeq: 3, events: [...GOOD.events, event(3, "claim.updated", BOB, says("b1", "b1"))] },
    /done 2 times/,
  ],
  [
    "a deletion that was asked for once and done twice",
    {
      eventSeq: 5,
      events: [
        ...GOOD.events,
        event(3, "claim.deleted", ANN),
        event(4, "claim.restored", BOB),
        event(5, "claim.deleted", ANN),
      ],
      ended: [
        made,
        changed,
        ended(ANN, { kind: "claim.deleted", method: "DELETE" }),
        ended(BOB, { kind: "claim.restored" }),
      ],
      claims: [{ ...row("b1", 2), deletedAt: new Date() }],
    },
    /done 2 times and asked for 1/,
  ],
  [
    "a change that begins where the one before did not end",
    { events: [event(1, "claim.created", ANN), event(2, "claim.updated", BOB, says("zz", "b1"))] },
    /goes from "zz", but was "a1"/,
  ],
  [
    "words that were written over by who had not seen them",
    {
      eventSeq: 3,
      events: [...GOOD.events, third],
      ended: [made, changed, ended(ANN, { mark: "a2", seen: 1 })],
      claims: [row("a2", 3)],
    },
    /overwritten by who had seen 1/,
  ],
  ["a row that says something else", { claims: [row("zz", 2)] }, /statement is "zz", told is "b1"/],
  ["a version that was not told of", { claims: [row("b1", 3)] }, /version 3, told are 2/],
  ["a claim that nobody made", { claims: [...GOOD.claims, { ...row("", 1), id: "claim-2" }] }, /no event/],
])("finds %s", (_name, broken, complaint) => {
  expect(logComplaints({ ...GOOD, ...broken }).join("\n")).toMatch(complaint);
});
