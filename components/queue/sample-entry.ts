import type { Deed } from "./deed.ts";
import type { Entry } from "./entry.ts";

/** A deed that waits to be sent, for tests, with what a test is about in `more`. */
export const sampleEntry = (deed: Deed, more: Partial<Entry> = {}): Entry => ({
  id: "0199b000-0000-7000-8000-000000000001",
  turn: 1,
  articleId: "0199c000-0000-7000-8000-000000000000",
  about: "橋",
  at: "2026-11-23T00:00:00.000Z",
  deed,
  state: { name: "waiting" },
  tries: 0,
  faults: 0,
  restsUntil: 0,
  doubts: [],
  ...more,
});
