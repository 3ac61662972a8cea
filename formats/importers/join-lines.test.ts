import { describe, expect, it } from "vitest";
import { joinedLines } from "./join-lines.ts";

describe("what stands between two lines that become one", () => {
  it.each<[string, string, string]>([
    ["the words of", "a sentence", "the words of a sentence"],
    ["文の", "続き", "文の続き"],
    ["a well-", "known word", "a well-known word"],
    ["COVID-", "19 cases", "COVID-19 cases"],
    ["in 2025-", "26 it", "in 2025-26 it"],
    ["in 2025\u2010", "26 it", "in 2025\u201026 it"],
    ["pages 12\u2013", "15 say", "pages 12\u201315 say"],
    ["03-", "1234-5678", "03-1234-5678"],
    ["it was -", "5 degrees", "it was - 5 degrees"],
    ["he said \u2013", "5 of them", "he said \u2013 5 of them"],
    ["a word \u2013", "a word", "a word \u2013 a word"],
    ["the word\u2013", "another", "the word\u2013 another"],
    ["定員：１２０", "３５歳", "定員：１２０ ３５歳"],
    ["the 120", "35 of", "the 120 35 of"],
  ])("%s | %s", (before, after, whole) => {
    const { text, joins } = joinedLines([before, after]);
    expect(text).toBe(whole);
    expect(joins).toEqual([before.length]);
  });
});
