import type { Article, ArticleFields } from "#domain/article.ts";
import { readPartialDate } from "#domain/partial-date.ts";
import { webAddressSchema } from "#domain/source.ts";

/** What is said about an article, in the order in which a form asks for it. */
export const DETAIL_FIELDS = [
  "title",
  "language",
  "publisher",
  "byline",
  "publishedAt",
  "url",
] as const satisfies (keyof ArticleFields)[];
export type DetailField = (typeof DETAIL_FIELDS)[number];

/** All as a form shows it: text, empty where nothing is said. */
export type DetailValues = Record<DetailField, string>;

/** What a person has to mend before it can be saved. */
export type DetailProblem = "titleMissing" | "urlInvalid" | "dateInvalid";
export type DetailProblems = Partial<Record<DetailField, DetailProblem>>;

export const isDetailField = (name: string): name is DetailField =>
  (DETAIL_FIELDS as readonly string[]).includes(name);

export function detailValuesOf(article: Pick<Article, DetailField>): DetailValues {
  const { title, language, publisher, byline, publishedAt, url } = article;
  return { title, language, publisher, byline, publishedAt: publishedAt ?? "", url: url ?? "" };
}

/** What stands in the way of saving; empty where nothing does. */
export function detailProblems({
  title,
  url,
  publishedAt,
}: Pick<DetailValues, "title" | "url" | "publishedAt">): DetailProblems {
  return {
    ...(title.trim() === "" && { title: "titleMissing" }),
    ...(url.trim() !== "" && !webAddressSchema.safeParse(url).success && { url: "urlInvalid" }),
    ...(publishedAt.trim() !== "" && !readPartialDate(publishedAt) && { publishedAt: "dateInvalid" }),
  };
}

/** The forms the API keeps. A date that is none is empty: `detailProblems` finds it before anything is sent. */
export function articleFieldsOf(values: DetailValues): ArticleFields {
  return {
    title: values.title.trim(),
    language: values.language,
    publisher: values.publisher.trim(),
    byline: values.byline.trim(),
    publishedAt: readPartialDate(values.publishedAt),
    url: values.url.trim() || null,
  };
}
