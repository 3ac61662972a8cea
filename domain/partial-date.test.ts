import { expect, test } from "vitest";
import { givenDateSchema, readPartialDate } from "./partial-date.ts";

test.each([
  ["the ISO form", "2025-09-02", "2025-09-02"],
  ["a month", "2025-09", "2025-09"],
  ["a year", "2025", "2025"],
  ["slashes and single digits", "2025/9/2", "2025-09-02"],
  ["dots", "2025.9", "2025-09"],
  ["Japanese", "2025年9月2日", "2025-09-02"],
  ["a Japanese month", "2025年9月", "2025-09"],
  ["a Japanese year", "2025年", "2025"],
  ["full-width digits", "２０２５年９月２日", "2025-09-02"],
  ["spaces around", " 2025 / 9 / 2 ", "2025-09-02"],
  ["a leap day", "2024-02-29", "2024-02-29"],
  ["no such day", "2025-02-29", null],
  ["no such month", "2025-13", null],
  ["a day without a year", "9/2", null],
  ["words", "yesterday", null],
  ["nothing", "", null],
])("%s", (_name, typed, expected) => {
  expect(readPartialDate(typed)).toBe(expected);
});

test.each([
  ["a day", "2025-09-03", "2025-09-03"],
  ["a month", "2025-09", "2025-09"],
  ["a moment in UTC", "2025-09-03T23:59:00Z", "2025-09-03"],
  ["a moment with an offset, by its own clock", "2025-09-03T00:10:00.5+09:00", "2025-09-03"],
  ["a day no calendar has", "2025-02-30", undefined],
  ["a moment of such a day", "2025-02-30T10:00", undefined],
  ["words after the date", "2025-09-03 or so", undefined],
  ["nothing", "", undefined],
])("what is sent as a date: %s", (_name, sent, expected) => {
  expect(givenDateSchema.safeParse(sent).data).toBe(expected);
});
