import { expect, test } from "vitest";
import { articleFieldsOf, detailProblems, detailValuesOf } from "./detail-values.ts";

const article = {
  title: "見出し",
  language: "ja",
  publisher: "裏取り新聞",
  byline: "",
  publishedAt: null,
  url: null,
};
const values = detailValuesOf(article);

test.each([
  ["nothing is wrong", {}, {}],
  ["no title", { title: "  " }, { title: "titleMissing" }],
  ["no web address", { url: "example" }, { url: "urlInvalid" }],
  ["an address that a reader can't open", { url: "ftp://example.org/" }, { url: "urlInvalid" }],
  ["no date", { publishedAt: "きのう" }, { publishedAt: "dateInvalid" }],
  ["a Japanese date", { publishedAt: "2025年9月" }, {}],
])("%s", (_name, typed, expected) => {
  expect(detailProblems({ ...values, ...typed })).toEqual(expected);
});

test("what is shown goes back as it came", () => {
  expect(articleFieldsOf(values)).toEqual(article);
});

test("what is typed goes in the forms the API keeps", () => {
  const typed = {
    ...values,
    title: " 題 ",
    publishedAt: "２０２５年９月２日",
    url: " https://example.jp/a ",
  };
  expect(articleFieldsOf(typed)).toEqual({
    ...article,
    title: "題",
    publishedAt: "2025-09-02",
    url: "https://example.jp/a",
  });
});
