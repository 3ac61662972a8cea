import type { client } from "#components/api/client.ts";
import { readPartialDate } from "#domain/partial-date.ts";
import { DEFAULT_SCALE_ID } from "#domain/scale.ts";
import { webAddressSchema } from "#domain/source.ts";
import { IMPORT_FIELDS, type ImportDraft, type ImportField } from "./import-draft.ts";
import type { ImportPreview } from "./use-import-preview.ts";

/** Every field as the form shows it. */
export type ImportValues = Record<ImportField, string>;

/** What a person has to mend before the article can be saved. */
export type ImportProblem = "titleMissing" | "urlInvalid" | "dateInvalid";
export type ImportProblems = Partial<Record<ImportField, ImportProblem>>;

/** Where neither the person nor the text says: most of our articles are Japanese. */
const DEFAULT_LANGUAGE = "ja";
const DAY_LENGTH = "2025-09-02".length;

/** What the person changed, over what the text says, over what we assume. */
export function valuesOf(draft: ImportDraft, preview: ImportPreview | null): ImportValues {
  const found: ImportValues = {
    title: preview?.title ?? "",
    language: preview?.language ?? DEFAULT_LANGUAGE,
    publisher: preview?.publisher ?? "",
    byline: preview?.byline ?? "",
    url: preview?.url ?? "",
    publishedAt: preview?.publishedAt?.slice(0, DAY_LENGTH) ?? "",
    scale: DEFAULT_SCALE_ID,
  };
  return { ...found, ...draft.fields };
}

/** What stands in the way of saving `values`; empty where nothing does. */
export function problemsOf(values: ImportValues): ImportProblems {
  const { title, url, publishedAt } = values;
  return {
    ...(title.trim() === "" && { title: "titleMissing" }),
    ...(url.trim() !== "" && !webAddressSchema.safeParse(url).success && { url: "urlInvalid" }),
    ...(publishedAt.trim() !== "" && !readPartialDate(publishedAt) && { publishedAt: "dateInvalid" }),
  };
}

type NewArticle = Parameters<typeof client.article.create>[0];

/** What is sent to make the article: the form as it was seen, so that what is stored is what was shown. */
export function newArticleOf(draft: ImportDraft, preview: ImportPreview, values: ImportValues): NewArticle {
  return {
    format: draft.format ?? preview.format,
    content: draft.content,
    title: values.title.trim(),
    language: values.language,
    publisher: values.publisher.trim(),
    byline: values.byline.trim(),
    url: values.url.trim() || null,
    publishedAt: readPartialDate(values.publishedAt),
    scale: values.scale,
  };
}

/** The form's field that a refused request's path names, or null where the form has none. */
export function fieldAt(path: string): ImportField | null {
  return IMPORT_FIELDS.find((field) => field === path.split(".")[0]) ?? null;
}
