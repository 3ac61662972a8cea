import { describe, expect, it } from "vitest";
import { guessLanguage } from "./language.ts";
import { publishedAtFrom } from "./published-at.ts";

describe("guessLanguage", () => {
  it.each([
    { text: "北京で会った。", language: "ja" },
    { text: "NATO と EU の首脳が会った。", language: "ja" },
    { text: "The word 裏取り (うらとり) is what a newsroom calls corroborating a story.", language: "en" },
    { text: "Plain English.", language: "en" },
    { text: "中国的新闻报道。", language: null },
    { text: "Новости дня", language: null },
    { text: "한국어 기사", language: null },
    { text: "2025 — 1,000", language: null },
  ])("$text → $language", ({ text, language }) => {
    expect(guessLanguage(text)).toBe(language);
  });
});

describe("publishedAtFrom", () => {
  it.each([
    { written: "2025-09-03", date: "2025-09-03" },
    { written: " 2025-09-03T09:00:00+09:00 ", date: "2025-09-03T09:00:00+09:00" },
    { written: "2025/9/3 10:00", date: "2025-09-03" },
    { written: "2025年9月3日", date: "2025-09-03" },
    { written: "2025-02-30", date: null },
    { written: "2025/2/30", date: null },
    { written: "2025-09-03 09:00:00 +0900", date: "2025-09-03T09:00:00+0900" },
    { written: "2025-09-03T25:00:00Z", date: "2025-09-03" },
    { written: "２０２５年９月３日（水）", date: "2025-09-03" },
    { written: "令和7年9月3日", date: "2025-09-03" },
    { written: "平成元年1月8日", date: "1989-01-08" },
    { written: "20250903", date: "2025-09-03" },
    { written: "Sept. 3, 2025", date: "2025-09-03" },
    { written: "Wednesday, September 3rd, 2025 10:00 AM", date: "2025-09-03" },
    { written: "3 September 2025", date: "2025-09-03" },
    { written: "Wed, 03 Sep 2025 10:00:00 +0900", date: "2025-09-03T10:00:00+0900" },
    { written: "Wed, 3 Sep 2025 9:00:00 GMT", date: "2025-09-03T09:00:00Z" },
    { written: "03/09/2025", date: null },
    { written: "Marching 3, 2025", date: null },
    { written: "123456789012", date: null },
    { written: "yesterday", date: null },
    { written: "", date: null },
  ])("$written → $date", ({ written, date }) => {
    expect(publishedAtFrom(written)).toBe(date);
  });
});
