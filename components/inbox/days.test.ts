import { expect, test } from "vitest";
import { byDay } from "./days.ts";

const at = (createdAt: string) => ({ createdAt });
const dayOf = (moment: string) => moment.slice(0, 10);

test("things of one day stand together, in their order", () => {
  const items = [at("2026-01-03T09:00Z"), at("2026-01-03T08:00Z"), at("2026-01-01T23:00Z")];
  expect(byDay(items, dayOf)).toEqual([
    { day: "2026-01-03T09:00Z", items: items.slice(0, 2) },
    { day: "2026-01-01T23:00Z", items: items.slice(2) },
  ]);
});

test("nothing is no day", () => {
  expect(byDay([], dayOf)).toEqual([]);
});
