import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Whereabouts } from "#domain/presence.ts";
import { WhereaboutsSender } from "./whereabouts-sender.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function sender() {
  const told: Whereabouts[] = [];
  return { told, where: new WhereaboutsSender((whereabouts) => told.push(whereabouts)) };
}

const nowhere = { claimId: null, field: null, idle: false };

test("tells the first change at once and the last of those that follow closely", () => {
  const { told, where } = sender();
  for (const claimId of ["a", "b", "c", "d"]) where.change({ claimId });
  expect(told).toEqual([{ ...nowhere, claimId: "a" }]);
  vi.advanceTimersByTime(300);
  expect(told).toEqual([
    { ...nowhere, claimId: "a" },
    { ...nowhere, claimId: "d" },
  ]);
  vi.advanceTimersByTime(10_000);
  expect(told).toHaveLength(2);
});

test("tells nothing twice, also where a person came back to where they were", () => {
  const { told, where } = sender();
  where.change({ claimId: "a" });
  where.change({ field: "statement" });
  where.change({ field: null });
  vi.advanceTimersByTime(300);
  where.change({ claimId: "a" });
  expect(told).toHaveLength(1);
  where.change({ idle: true });
  expect(told.at(-1)).toEqual({ claimId: "a", field: null, idle: true });
});

test("is silent once stopped", () => {
  const { told, where } = sender();
  where.change({ claimId: "a" });
  where.change({ claimId: "b" });
  where.stop();
  vi.advanceTimersByTime(10_000);
  expect(told).toHaveLength(1);
});
