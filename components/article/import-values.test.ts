import { expect, test } from "vitest";
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
  notes: [],
  leftOut: [],
  blocksSha256: "0".repeat(64),
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

test("what is sent is what was seen, in the forms the API keeps", () => {
  const draft = { ...EMPTY_DRAFT, content: "見出し\n本文", fields: { publishedAt: "2025年9月" } };
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

test.each([
  ["a file's text says which file it is", { file: { name: "発表.txt", encoding: "utf-8" } }, "発表.txt"],
  ["pasted text names none", { file: null }, undefined],
])("%s", (_, from, fileName) => {
  const draft = { ...EMPTY_DRAFT, content: "見出し\n本文", ...from };
  expect(newArticleOf(draft, preview, valuesOf(draft, preview)).fileName).toBe(fileName);
});
