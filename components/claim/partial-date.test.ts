import { expect, test } from "vitest";
import { readPartialDate } from "./partial-date.ts";

test.each([
  ["2025-09-02", "2025-09-02"],
  ["2025年9月2日", "2025-09-02"],
  ["２０２５／９／２", "2025-09-02"],
  ["2025.9", "2025-09"],
  ["2025年9月", "2025-09"],
  ["2025", "2025"],
  ["2025年", "2025"],
  ["  ", null],
  ["2025-13", undefined],
  ["2025-02-32", undefined],
  ["昨年6月", undefined],
])("%s", (typed, date) => {
  expect(readPartialDate(typed)).toBe(date);
});
