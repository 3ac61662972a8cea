import { expect, test } from "vitest";
import { endOf, goodSince, type SessionAge } from "./session.ts";

const NOW = new Date("2026-12-31T12:00:00Z");
const ago = (days: number, milliseconds = 0) => new Date(NOW.getTime() - days * 86_400_000 - milliseconds);
const OPEN = { endedAt: null, endedWhy: null };

test.each<[string, SessionAge, ReturnType<typeof endOf>]>([
  ["begun just now", { createdAt: NOW, lastUsedAt: NOW, ...OPEN }, null],
  ["used a moment less than 14 days ago", { createdAt: ago(20), lastUsedAt: ago(14, -1), ...OPEN }, null],
  ["not used for 14 days", { createdAt: ago(20), lastUsedAt: ago(14), ...OPEN }, "idle"],
  ["begun a moment less than 30 days ago", { createdAt: ago(30, -1), lastUsedAt: NOW, ...OPEN }, null],
  ["begun 30 days ago and in use", { createdAt: ago(30), lastUsedAt: NOW, ...OPEN }, "expired"],
  [
    "ended, and old since",
    { createdAt: ago(60), lastUsedAt: ago(50), endedAt: ago(49), endedWhy: "signed_out" },
    "signed_out",
  ],
])("a session %s", (_name, session, end) => {
  expect(endOf(session, NOW)).toBe(end);
  const since = goodSince(NOW);
  const isGood =
    session.endedAt === null && session.createdAt > since.createdAt && session.lastUsedAt > since.lastUsedAt;
  expect(isGood).toBe(end === null);
});
