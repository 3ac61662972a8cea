import { z } from "zod";
import type { BlockMark, ParsedBlock, UNSURE_KINDS } from "./block.ts";
import { idSchema } from "./id.ts";

/** How the lines of a page run: `across`, or `down` from the right to the left. */
export const READING_DIRECTIONS = ["across", "down"] as const;
export const readingDirectionSchema = z.enum(READING_DIRECTIONS);
export type ReadingDirection = z.infer<typeof readingDirectionSchema>;

/** What a machine can read. Only Japanese runs down. */
export const READING_LANGUAGES = ["ja", "en"] as const;
export const readingLanguageSchema = z.enum(READING_LANGUAGES);
export type ReadingLanguage = z.infer<typeof readingLanguageSchema>;

/**
 * What may be read by machine: `bytes` of a file, `pages` of a PDF (each takes some seconds), and how many files of one
 * person may wait or be read at once (`waiting`).
 */
export const READING_LIMITS = { bytes: 9 * 1024 * 1024, pages: 100, waiting: 3 } as const;

/** Pictures of a page; a PDF is read by its pages whatever they hold. */
export const READING_MEDIA_TYPES = ["application/pdf", "image/png", "image/jpeg", "image/webp"] as const;

/** What nobody made an article of is removed after this long, in hours. */
export const READING_HOURS = 72;

/** How sure a machine must be of a word for it to go unmarked, in per cent. */
export const SURE_FROM = 95;

const READING_STATES = ["waiting", "running", "done", "failed", "cancelled"] as const;

/**
 * Why a machine could not read a file:
 * - `EMPTY`: it found no text on any page;
 * - `ENCRYPTED`, `DAMAGED`: the file does not open;
 * - `TOO_MANY_PAGES`: more than `READING_LIMITS.pages`;
 * - `TOO_HARD`: a page took more time or memory than one may;
 * - `INTERRUPTED`: the server stopped in the middle of it more than twice.
 */
export const READING_FAILURES = [
  "EMPTY",
  "ENCRYPTED",
  "DAMAGED",
  "TOO_MANY_PAGES",
  "TOO_HARD",
  "INTERRUPTED",
] as const;
export type ReadingFailure = (typeof READING_FAILURES)[number];

/** A file that is being read by machine, was, or could not be. */
export const readingSchema = z.object({
  id: idSchema,
  state: z.enum(READING_STATES),
  fileName: z.string(),
  direction: readingDirectionSchema,
  language: readingLanguageSchema,
  /** How many pages there are; null before that is known. */
  pages: z.number().int().min(1).nullable(),
  /** How many of them are read. */
  pagesRead: z.number().int().min(0),
  /** Of the picture of each page that is read, from the first, in pixels: so that its room is kept before it comes. */
  pictures: z.array(z.object({ width: z.number().int().min(1), height: z.number().int().min(1) })),
  /** How much of the page that is being read is done, from 0 to 1. */
  part: z.number().min(0).max(1),
  /** How many others are waiting to be read before this one; 0 while it is read. */
  ahead: z.number().int().min(0),
  failure: z.enum(READING_FAILURES).nullable(),
  createdAt: z.iso.datetime(),
});
export type Reading = z.infer<typeof readingSchema>;

/** Where a member's browser finds the picture of a page, as it was read: set straight, and no larger than needed. */
export const readingPageAddress = (readingId: string, page: number): string =>
  `/api/v1/readings/${readingId}/pages/${page}`;

const countsSchema = z.object({
  /** Places that were marked when the machine had read them. */
  marked: z.number().int().min(0),
  /** Those of them that nobody had compared with the picture when the text was saved. */
  uncompared: z.number().int().min(0),
});

/** What is said for ever of a text that a machine read from pictures of its pages. */
export const machineReadSchema = z.object({
  readingId: idSchema,
  /** The program and its version: `tesseract.js 7.0.0`. */
  engine: z.string(),
  direction: readingDirectionSchema,
  language: readingLanguageSchema,
  pages: z.number().int().min(1),
  /** One or more digits that stand together are one place. */
  digits: countsSchema,
  words: countsSchema,
});
export type MachineRead = z.infer<typeof machineReadSchema>;

/** How many places of each kind are marked in blocks as not compared. */
export function unsureIn(
  blocks: readonly Pick<ParsedBlock, "details">[],
): Record<(typeof UNSURE_KINDS)[number], number> {
  const counts = { digit: 0, word: 0 };
  for (const { details } of blocks)
    for (const mark of details?.marks ?? []) if (isUnsure(mark)) counts[mark.what] += 1;
  return counts;
}

const isUnsure = (mark: BlockMark): mark is Extract<BlockMark, { type: "unsure" }> => mark.type === "unsure";

/** What is kept of a reading with a text: `read` as the machine left it, `saved` as a person did. */
export function machineReadOf(
  reading: Omit<MachineRead, "digits" | "words">,
  read: readonly ParsedBlock[],
  saved: readonly ParsedBlock[],
): MachineRead {
  const [marked, uncompared] = [unsureIn(read), unsureIn(saved)];
  return {
    ...reading,
    digits: { marked: marked.digit, uncompared: uncompared.digit },
    words: { marked: marked.word, uncompared: uncompared.word },
  };
}

/** How many places nobody compared. */
export const uncomparedIn = ({ digits, words }: Pick<MachineRead, "digits" | "words">): number =>
  digits.uncompared + words.uncompared;

/** What a report says of a text that a machine read. */
export interface MachineReadFacts {
  engine: string;
  pages: number;
  /** How many places were to be compared with the pictures, and how many of them nobody compared. */
  marked: number;
  uncompared: number;
}

export const machineReadFacts = (read: Omit<MachineRead, "readingId">): MachineReadFacts => ({
  engine: read.engine,
  pages: read.pages,
  marked: read.digits.marked + read.words.marked,
  uncompared: uncomparedIn(read),
});
