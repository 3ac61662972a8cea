import { z } from "zod";
import type { ParsedBlock } from "./block.ts";

/** What an article comes in as when it is text: the same whether it was pasted or is a file. */
export const TEXT_FORMATS = ["text", "markdown", "html"] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

/** What only a file can be: its bytes are sent again when the article is made, because no text stands for them. */
export const FILE_FORMATS = ["docx", "pdf"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** The kinds of content an article can come in as. */
export const IMPORT_FORMATS = [...TEXT_FORMATS, ...FILE_FORMATS] as const;
export const importFormatSchema = z.enum(IMPORT_FORMATS);
export type ImportFormat = z.infer<typeof importFormatSchema>;

export const isTextFormat = (format: ImportFormat): format is TextFormat =>
  TEXT_FORMATS.some((name) => name === format);

/** The most an article may weigh when it comes in, in bytes (of UTF-8 where it was pasted as text). */
export const MAX_IMPORT_BYTES = 5 * 1024 * 1024;

/** The most blocks an article may have: one of 5 MB has fewer, unless its lines are a few letters each. */
export const MAX_IMPORT_BLOCKS = 50_000;

/**
 * What stood in the source and is not in the article:
 * - `picture_without_words`: no caption and no alternative text, so nothing of it could be checked;
 * - `picture_too_large`: above the limits of `domain/picture.ts`; its words are kept;
 * - `picture_unsupported`: neither PNG, JPEG, GIF nor WebP; its words are kept;
 * - `link`: led to an address that can't be kept, such as a relative one; its words are kept;
 * - `nested_table`, `broken_table`: their cells are kept as paragraphs;
 * - `textbox`, `header_footer`, `comments`, `tracked_changes`, …: as a word processor calls them.
 * Navigation, scripts and style are none of the article and not told of.
 */
export const IMPORT_NOTE_KINDS = [
  "picture_without_words",
  "picture_too_large",
  "picture_unsupported",
  "video",
  "audio",
  "embed",
  "form",
  "formula",
  "chart",
  "link",
  "nested_table",
  "broken_table",
  "textbox",
  "header_footer",
  "comments",
  "tracked_changes",
  "hidden_text",
] as const;
export type ImportNoteKind = (typeof IMPORT_NOTE_KINDS)[number];

/** So many of a kind could not be brought. At most one note a kind. */
export const importNoteSchema = z.object({
  what: z.enum(IMPORT_NOTE_KINDS),
  count: z.number().int().min(1),
});
export type ImportNote = z.infer<typeof importNoteSchema>;

/** What an importer understood of an article. Null: the text does not say. */
export interface ParsedArticle {
  title: string | null;
  /** BCP 47 primary tag, `ja` and `en` where guessed from the script, anything where the source declares it. */
  language: "ja" | "en" | (string & {}) | null;
  byline: string | null;
  publisher: string | null;
  /** An absolute http or https address. */
  url: string | null;
  /** ISO 8601 date, or date-time with the offset the source gave. */
  publishedAt: string | null;
  /** In reading order; a title that was found is also the first block (heading, level 1), and the only one of level 1. */
  blocks: ParsedBlock[];
  /** The bytes of pictures that came along, as `ParsedBlock.picture` counts them; whoever stores them proves them first. */
  pictures: Uint8Array[];
  /** What could not be brought; empty where everything was. */
  notes: ImportNote[];
}

/**
 * Why an article cannot come in:
 * - `EMPTY`: nothing but white space and markup;
 * - `BINARY`: a picture, a spreadsheet or other data, nothing we read;
 * - `TOO_LARGE`: above the limit (both in bytes);
 * - `UNREADABLE_ENCODING`: text, but in none of the encodings we read without losing characters;
 * - `SCAN`: a PDF of pictures of pages, or of letters without their characters: nothing of it is text;
 * - `ENCRYPTED`: opens with a password only;
 * - `DAMAGED`: of a format we read, but not whole or not as its standard has it;
 * - `TOO_HARD`: reading it took more time or memory than an article may, or it is built to do so.
 */
export const IMPORT_FAILURE_REASONS = [
  "EMPTY",
  "BINARY",
  "TOO_LARGE",
  "UNREADABLE_ENCODING",
  "SCAN",
  "ENCRYPTED",
  "DAMAGED",
  "TOO_HARD",
] as const;
export type ImportFailureReason = (typeof IMPORT_FAILURE_REASONS)[number];

export type ImportFailure =
  | { ok: false; reason: Exclude<ImportFailureReason, "TOO_LARGE"> }
  | { ok: false; reason: "TOO_LARGE"; bytes: number; limit: number };

export type ImportResult<Found> = ({ ok: true } & Found) | ImportFailure;
