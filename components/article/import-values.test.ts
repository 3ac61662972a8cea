import { expect, test } from "vitest";
import { detailProblems } from "./detail-values.ts";
import { EMPTY_DRAFT } from "./import-draft.ts";
import { newArticleOf, valuesOf } from "./import-values.ts";
import type { ImportPreview } from "./use-import-preview.ts";

const preview: ImportPreview = {
  format: "text",
  encoding: null,
  content: "見出し\n本文",
  title: "見出し",
  language: null,
  byline: null,
  publisher: "裏取り新聞",
  url: null,
  publishedAt: "2025-09-02T09:00:00+09:00",
  blocks: [],
};

test("the person's words stand over the text's, and the text's over what we assume", () => {
  const draft = { ...EMPTY_DRAFT, fields: { publisher: "別の新聞", byline: "" } };
  expect(valuesOf(draft, preview)).toEqual({
    title: "見出し",
    language: "ja",
    publisher: "別の新聞",
    byline: "",
    url: "",
    publishedAt: "2025-09-02",
    scale: "fij",
  });
});

test("a field that a person emptied stays empty", () => {
  const draft = { ...EMPTY_DRAFT, fields: { publisher: "" } };
  expect(valuesOf(draft, preview).publisher).toBe("");
});

test.each([
  ["nothing is wrong", {}, {}],
  ["no title", { title: "  " }, { title: "titleMissing" }],
  ["no web address", { url: "example" }, { url: "urlInvalid" }],
  ["an address that a reader can't open", { url: "ftp://example.org/" }, { url: "urlInvalid" }],
  ["no date", { publishedAt: "きのう" }, { publishedAt: "dateInvalid" }],
  ["a Japanese date", { publishedAt: "2025年9月" }, {}],
])("%s", (_name, typed, expected) => {
  expect(detailProblems({ ...valuesOf(EMPTY_DRAFT, preview), ...typed })).toEqual(expected);
});

test("what is sent is what was seen, in the forms the API keeps", () => {
  const draft = { ...EMPTY_DRAFT, content: preview.content, fields: { publishedAt: "2025年9月" } };
  expect(newArticleOf(draft, preview, valuesOf(draft, preview))).toEqual({
    format: "text",
    content: "見出し\n本文",
    title: "見出し",
    language: "ja",
    publisher: "裏取り新聞",
    byline: "",
    url: null,
    publishedAt: "2025-09",
    scale: "fij",
  });
});
