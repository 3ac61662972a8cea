import { z } from "zod";
import { importFormatSchema } from "#domain/article-import.ts";
import { captureSchema } from "#domain/capture.ts";
import { importEditsSchema } from "#domain/import-edit.ts";
import { readingSchema } from "#domain/machine-reading.ts";
import { DETAIL_FIELDS } from "./detail-values.ts";

/** The parts of an article that the form shows; all text, as typed. */
const IMPORT_FIELDS = [...DETAIL_FIELDS, "scale"] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Hand edits of a preview, on which of it (`blocksSha256`), and those that were taken back and can be made again. */
const keptImportEditsSchema = z.object({
  of: z.string(),
  done: importEditsSchema,
  undone: importEditsSchema,
});
export type KeptImportEdits = z.infer<typeof keptImportEditsSchema>;

/**
 * An article on its way in, as it stands in the form. `format` is null while the server may tell it by itself;
 * `fields` holds only what a person changed, so that a new text brings its own title and date.
 */
const importDraftSchema = z.object({
  content: z.string(),
  format: importFormatSchema.nullable(),
  /** What `content` was read from, or, where there is none, a file that is no text: it is kept by the page only. */
  file: z.object({ name: z.string(), encoding: z.string().nullable() }).nullable(),
  /** What was fetched: it stands for the text then, which is empty. */
  capture: captureSchema.nullable().default(null),
  /** What a machine reads or has read, as it stood when it was last heard of: it stands for the text then. */
  reading: readingSchema.nullable().default(null),
  /** Null where nothing was changed by hand. A file is not kept: its edits wait until it is chosen again. */
  edits: keptImportEditsSchema.nullable().default(null),
  fields: z.partialRecord(z.enum(IMPORT_FIELDS), z.string()),
});
export type ImportDraft = z.infer<typeof importDraftSchema>;

export const EMPTY_DRAFT: ImportDraft = {
  content: "",
  format: null,
  file: null,
  capture: null,
  reading: null,
  edits: null,
  fields: {},
};

const STORAGE_KEY = "uratori-import-draft";

/** The draft this tab left behind, or null. Session storage: an unpublished text shouldn't outlive its tab. */
export function readDraft(): ImportDraft | null {
  const stored = sessionStorage.getItem(STORAGE_KEY);
  if (!stored) return null;
  try {
    return importDraftSchema.parse(JSON.parse(stored));
  } catch {
    return null;
  }
}

/** Keeps the draft over a reload. A text too large for the browser's storage stays only in the page. */
export function keepDraft(draft: ImportDraft): void {
  try {
    if (isEmptyDraft(draft)) sessionStorage.removeItem(STORAGE_KEY);
    else sessionStorage.setItem(STORAGE_KEY, JSON.stringify(draft));
  } catch {
    sessionStorage.removeItem(STORAGE_KEY);
  }
}

export const isEmptyDraft = (draft: ImportDraft): boolean =>
  draft.content === "" &&
  draft.capture === null &&
  draft.reading === null &&
  draft.edits === null &&
  Object.keys(draft.fields).length === 0;
