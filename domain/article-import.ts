import { z } from "zod";
import { BLOCK_KINDS, blockDetailsSchema, type ParsedBlock, sourcePlaceSchema } from "./block.ts";

/** What an article comes in as when it is text: the same whether it was pasted or is a file. */
export const TEXT_FORMATS = ["text", "markdown", "html"] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

/** What only a file can be: its bytes are sent again when the article is made, because no text stands for them. */
export const FILE_FORMATS = ["docx", "pdf"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** The kinds of content an article can come in as. A `picture` of a page, as a scan, only as a machine reads it. */
export const IMPORT_FORMATS = [...TEXT_FORMATS, ...FILE_FORMATS, "picture"] as const;
export const importFormatSchema = z.enum(IMPORT_FORMATS);
export type ImportFormat = z.infer<typeof importFormatSchema>;

export const isTextFormat = (format: ImportFormat): format is TextFormat =>
  TEXT_FORMATS.some((name) => name === format);

/** The most an article may weigh when it comes in, in bytes (of UTF-8 where it was pasted as text). */
export const MAX_IMPORT_BYTES = 5 * 1024 * 1024;

/**
 * The most blocks an article may have: a book has fewer. Whatever is done with an article is done with each of them, so
 * that this, and not its length, is what one costs everybody.
 */
export const MAX_IMPORT_BLOCKS = 10_000;

/**
 * What stood in the source and is not in the article:
 * - `picture_without_words`: no caption and no alternative text, so nothing of it could be checked;
 * - `picture_too_large`: above the limits of `domain/picture.ts`; its words are kept;
 * - `picture_unsupported`: neither PNG, JPEG, GIF nor WebP; its words are kept;
 * - `link`: led to an address that can't be kept, such as a relative one; its words are kept;
 * - `nested_table`, `broken_table`: their cells are kept as paragraphs;
 * - `struck`: shown as struck out and kept beside the text, not in it; `inserted`: shown as added, and kept;
 * - `characters`: control characters and others that no text can hold, dropped or replaced; `words` names them (`U+0007`);
 * - `direction`: characters that turn the direction of text, taken out of the title, the author or the outlet; `words` names
 *   them (`U+202E`);
 * - `uncertain_order`: the text is all there, and on these pages its order may be wrong;
 * - `rotated_text`, `form_values`, `free_text`: of a PDF, left out on these pages: turned text, values of form fields,
 *   remarks written onto the page;
 * - `glyphs`: drawn signs whose character nobody knows;
 * - `machine_read`: read from a picture by a machine, on these pages;
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
  "struck",
  "inserted",
  "characters",
  "direction",
  "uncertain_order",
  "rotated_text",
  "form_values",
  "free_text",
  "glyphs",
  "machine_read",
] as const;
export type ImportNoteKind = (typeof IMPORT_NOTE_KINDS)[number];

/** The most words a note names, and the UTF-16 units of each: enough to recognise them by. */
export const NOTE_WORDS = { count: 30, length: 200 } as const;

/** So many of a kind could not be brought, or need a look. At most one note a kind. */
export const importNoteSchema = z.object({
  what: z.enum(IMPORT_NOTE_KINDS),
  count: z.number().int().min(1),
  /** The words it is about, in the order of the text: the first of them where there are many. */
  words: z.array(z.string().min(1).max(NOTE_WORDS.length)).max(NOTE_WORDS.count).optional(),
  /** The pages it is about, from 1, ascending. */
  pages: z.array(z.number().int().min(1)).max(500).optional(),
});
export type ImportNote = z.infer<typeof importNoteSchema>;

/** What of a page is furniture and no part of its article. `repeated`: it stands in the text already, a picture's words or the title. */
export const LEFT_OUT_KINDS = [
  "share",
  "related",
  "ranking",
  "rights",
  "navigation",
  "advertisement",
  "repeated",
] as const;

/** A block of a preview, which belongs to no revision yet. */
export const parsedBlockSchema = z.object({
  kind: z.enum(BLOCK_KINDS),
  level: z.number().int().min(1).max(6).nullable(),
  text: z.string(),
  details: blockDetailsSchema.optional(),
  joins: z.array(z.number().int().min(1)).optional(),
  place: sourcePlaceSchema.optional(),
});

/**
 * Blocks of the page that were left out as its furniture. `before`: the index in `ParsedArticle.blocks` before which they
 * stood (its length: behind the last one). In reading order.
 */
export const leftOutSchema = z.object({
  why: z.enum(LEFT_OUT_KINDS),
  before: z.number().int().min(0),
  blocks: z.array(parsedBlockSchema).min(1),
});
export type LeftOut = z.infer<typeof leftOutSchema>;

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
  /** What could not be brought or needs a look; empty where there is nothing of the kind. */
  notes: ImportNote[];
  /** Furniture of a page that was left out, which a person may take back; absent where nothing was. */
  leftOut?: LeftOut[] | undefined;
}

/**
 * Why an article cannot come in:
 * - `EMPTY`: nothing but white space and markup;
 * - `BINARY`: a spreadsheet, a film or other data, nothing we read;
 * - `PICTURE`: a picture of a kind that a machine may read, if a person wants it to;
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
  "PICTURE",
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
