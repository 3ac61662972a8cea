import type { client } from "#components/api/client.ts";
import { DEFAULT_SCALE_ID } from "#domain/scale.ts";
import { articleFieldsOf } from "./detail-values.ts";
import type { ImportDraft, ImportField } from "./import-draft.ts";
import type { ImportPreview } from "./use-import-preview.ts";

/** Every field as the form shows it. */
export type ImportValues = Record<ImportField, string>;

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

/** What a machine read or what was fetched stands for the text. */
const whatIs = <Content>({ reading, capture }: ImportDraft, content: Content) => {
  if (reading) return { readingId: reading.id };
  return capture ? { captureId: capture.id } : content;
};

type NewArticle = Parameters<typeof client.article.create>[0];

/** What is sent to make the article: the form as it was seen, so that what is stored is what was shown. */
export function newArticleOf(
  draft: ImportDraft,
  preview: ImportPreview,
  values: ImportValues,
  heldFile: File | null = null,
): NewArticle {
  const named = draft.content !== "" && draft.file && { fileName: draft.file.name };
  const text = { format: draft.format ?? preview.format, content: draft.content, ...named };
  const content = heldFile ? { format: preview.format, file: heldFile } : text;
  const { edits } = draft;
  const isEdited = edits !== null && edits.of === preview.blocksSha256 && edits.done.length > 0;
  return {
    ...whatIs(draft, content),
    // A form has no lists of things.
    ...(isEdited && { edits: heldFile ? JSON.stringify(edits.done) : edits.done, editsOf: edits.of }),
    ...articleFieldsOf(values),
    scale: values.scale,
  };
}
