import { expect, test } from "vitest";
import type { TouchingEvent } from "#server/reads/news.ts";
import { nothingTouched, touch, touchedAfter } from "./touched.ts";

const event = (seq: number, kind: string, wanted: Partial<TouchingEvent> = {}): TouchingEvent => ({
  seq,
  kind,
  claimId: null,
  subjectId: null,
  threadId: null,
  claimIds: null,
  ...wanted,
});

const EVENTS = [
  event(1, "article.created", { subjectId: "a" }),
  event(2, "claim.created", { claimId: "c1", subjectId: "c1" }),
  event(3, "evidence.added", { claimId: "c1", subjectId: "e1" }),
  event(4, "block.dismissed", { subjectId: "b7" }),
  event(5, "thread.opened", { claimId: "c2", subjectId: "t1" }),
  event(6, "comment.added", { claimId: "c2", subjectId: "k1", threadId: "t1" }),
  event(7, "thread.opened", { subjectId: "t2" }),
  event(8, "report.exported", {}),
];

function all(events: TouchingEvent[]) {
  const touched = nothingTouched();
  for (const one of events) touch(touched, one);
  return touched;
}

test("one event about many claims touches each of them", () => {
  const touched = all([...EVENTS, event(9, "annotations.imported", { claimIds: ["c1", "c9"] })]);
  expect(touched.claims).toEqual(new Map(Object.entries({ c1: 9, c2: 6, c9: 9 })));
});

test("events touch claims, bullets, threads and the article, each last by one of them", () => {
  expect(all(EVENTS)).toEqual({
    claims: new Map([
      ["c1", 3],
      ["c2", 6],
    ]),
    bullets: new Map([["b7", 4]]),
    threads: new Map([
      ["t1", { seq: 6, claimId: "c2" }],
      ["t2", { seq: 7, claimId: null }],
    ]),
    article: 1,
    revision: 0,
  });
});

test("order and repetition do not matter", () => {
  expect(all([...EVENTS.toReversed(), ...EVENTS])).toEqual(all(EVENTS));
});

test("what was touched after an event", () => {
  expect(touchedAfter(all(EVENTS), 4)).toEqual({
    claims: new Map([["c2", 6]]),
    bullets: new Map(),
    threads: new Map([
      ["t1", { seq: 6, claimId: "c2" }],
      ["t2", { seq: 7, claimId: null }],
    ]),
    article: 0,
    revision: 0,
  });
});

test("a new revision touches the article and its text", () => {
  const touched = all([...EVENTS, event(9, "article.revised", { subjectId: "r2" })]);
  expect([touched.article, touched.revision]).toEqual([9, 9]);
  expect(touchedAfter(touched, 9).revision).toBe(0);
});
