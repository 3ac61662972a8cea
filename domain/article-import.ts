import { z } from "zod";
import type { ParsedBlock } from "./block.ts";

/** The kinds of text an article can come in as. */
export const IMPORT_FORMATS = ["text", "markdown", "html"] as const;
export const importFormatSchema = z.enum(IMPORT_FORMATS);
export type ImportFormat = z.infer<typeof importFormatSchema>;

/** The most an article may weigh when it comes in, in bytes (of UTF-8 where it was pasted as text). */
export const MAX_IMPORT_BYTES = 5 * 1024 * 1024;

/** The most blocks an article may have: one of 5 MB has fewer, unless its lines are a few letters each. */
export const MAX_IMPORT_BLOCKS = 50_000;

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
}

/**
 * Why an article cannot come in:
 * - `EMPTY`: nothing but white space and markup;
 * - `BINARY`: a picture, a PDF, an office file or other data, not text;
 * - `TOO_LARGE`: above the limit (both in bytes);
 * - `UNREADABLE_ENCODING`: text, but in none of the encodings we read without losing characters.
 */
export const IMPORT_FAILURE_REASONS = ["EMPTY", "BINARY", "TOO_LARGE", "UNREADABLE_ENCODING"] as const;
export type ImportFailureReason = (typeof IMPORT_FAILURE_REASONS)[number];

export type ImportFailure =
  | { ok: false; reason: Exclude<ImportFailureReason, "TOO_LARGE"> }
  | { ok: false; reason: "TOO_LARGE"; bytes: number; limit: number };

export type ImportResult<Found> = ({ ok: true } & Found) | ImportFailure;
