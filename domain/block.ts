import { z } from "zod";
import type { CodePoints } from "./offset.ts";

/**
 * What a block of an article is. A *bullet* is one item of a list, numbered or not: the unit an editor settles. A *cell*
 * is one of a table, a *figure* a picture with the words under it, a *footnote* the text of one.
 */
export const BLOCK_KINDS = [
  "heading",
  "paragraph",
  "bullet",
  "quotation",
  "cell",
  "figure",
  "footnote",
] as const;
export const blockKindSchema = z.enum(BLOCK_KINDS);
export type BlockKind = z.infer<typeof blockKindSchema>;

/** The title is a revision's first heading and has level 1; sections start at level 2. */
export const HEADING_LEVELS = { title: 1, section: 2, deepest: 6 } as const;

const markRange = {
  /** Code points in the block's text, end exclusive. */
  start: z.number().int().min(0),
  end: z.number().int().min(1),
};

/** A place on a page of a source: the page from 1, the rest in parts of its width and height, from its left top corner. */
const part = z.number().min(0).max(1);
export const sourceBoxSchema = z.object({
  page: z.number().int().min(1),
  x: part,
  y: part,
  width: part,
  height: part,
});
export type SourceBox = z.infer<typeof sourceBoxSchema>;

/** What a machine that read a picture may have misread: a digit, or a word it was not sure of. */
export const UNSURE_KINDS = ["digit", "word"] as const;

/**
 * What is said of a stretch of a block's text, none of which changes the text. Marks of one type do not overlap; they
 * stand in order of `start`.
 * - `link`: where it leads; `ruby`: how it is read; `note`: which footnote it refers to.
 * - `raised`, `lowered`: how the source set it. The text itself says so too (`⁶`, `₂`, or a sign: `^er`, `_max`; see
 *   `domain/raised-text.ts`), so that no figure melts into its neighbour where marks are not seen.
 * - `inserted`: what the source shows as added, such as a correction.
 * - `struck`: covers the one character next to which the source shows struck words. They are not part of the text: `words`
 *   are what was struck, and `side` says whether they stood before or after that character.
 * - `unsure`: read by a machine, and not yet compared with its picture by a person. `box`: where on the picture.
 */
export const blockMarkSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("link"), ...markRange, href: z.string().min(1).max(2048) }),
  z.object({ type: z.literal("ruby"), ...markRange, reading: z.string().min(1).max(200) }),
  z.object({ type: z.literal("note"), ...markRange, label: z.string().min(1).max(20) }),
  z.object({ type: z.literal("raised"), ...markRange }),
  z.object({ type: z.literal("lowered"), ...markRange }),
  z.object({ type: z.literal("inserted"), ...markRange }),
  z.object({
    type: z.literal("struck"),
    ...markRange,
    words: z.string().min(1).max(500),
    side: z.enum(["before", "after"]),
  }),
  z.object({
    type: z.literal("unsure"),
    ...markRange,
    what: z.enum(UNSURE_KINDS),
    box: sourceBoxSchema.optional(),
  }),
]);
export type BlockMark = z.infer<typeof blockMarkSchema>;

/** What a block is besides its text. All of it is absent for most blocks. */
export const blockDetailsSchema = z.object({
  marks: z.array(blockMarkSchema).optional(),
  /** A bullet of a numbered list: the number it shows. */
  ordinal: z.number().int().min(0).max(1_000_000).optional(),
  /** A bullet whose label is printed and is no plain number: `ア`, `(a)`, `iii)`, as the text refers to it. Wins over `ordinal`. */
  sign: z.string().min(1).max(20).optional(),
  /** Where a cell stands: tables count from 1 in the revision, rows and columns from 1 in their table. */
  cell: z
    .object({
      table: z.number().int().min(1),
      row: z.number().int().min(1),
      column: z.number().int().min(1),
      isHeader: z.boolean(),
      columnSpan: z.number().int().min(1).max(1000),
      rowSpan: z.number().int().min(1).max(65_534),
    })
    .optional(),
  /**
   * A figure's picture: one that is kept here (hex SHA-256 of its bytes), or only the address it had; the page shows the
   * first and names the second, because asking a foreign server would tell it who reads what.
   */
  picture: z
    .object({
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .nullable(),
      address: z.string().max(2048).nullable(),
      alt: z.string().max(1000),
    })
    .optional(),
  /** A footnote's own label, as the marks that refer to it say it. */
  label: z.string().min(1).max(20).optional(),
});
export type BlockDetails = z.infer<typeof blockDetailsSchema>;

/** What a bullet shows before its text: its label, its number with a full stop, or null for a dot. */
export const bulletSign = (
  bullet: { sign?: string | null | undefined; ordinal?: number | null | undefined } = {},
): string | null => bullet.sign ?? (bullet.ordinal == null ? null : `${bullet.ordinal}.`);

/** Where in its source a block stood: a page of it (from 1), and how far down that page, from 0 (its top) to 1. */
export const sourcePlaceSchema = z.object({ page: z.number().int().min(1), top: z.number().min(0).max(1) });
export type SourcePlace = z.infer<typeof sourcePlaceSchema>;

/**
 * A block as an importer understood it, before it belongs to a revision.
 * `text` is without bullet mark or surrounding white space, and never empty. A line feed in it is a line break that the
 * source shows within the block (`<br>`, a second paragraph of a cell); no other line break, no two in a row, and none at
 * its ends (decision 021).
 * `level` is a heading's level (1 to 6) or a bullet's depth (1 to 6); null for the rest.
 */
export interface ParsedBlock {
  kind: BlockKind;
  level: number | null;
  text: string;
  details?: BlockDetails | undefined;
  /** A figure whose bytes came along: their index in `ParsedArticle.pictures`. */
  picture?: number | undefined;
  /** Code points in `text`, ascending: where two lines of the source were joined, which a person may want to see. Not stored. */
  joins?: number[] | undefined;
  /** Where it stood in a source of pages, to look at both side by side. Not stored. */
  place?: SourcePlace | undefined;
}

/**
 * One block of a stored revision.
 * `start` and `end` are code points in the revision's linear text, end exclusive: `text` is exactly that slice.
 */
export interface Block {
  id: string;
  kind: BlockKind;
  level: number | null;
  text: string;
  details?: BlockDetails | undefined;
  start: CodePoints;
  end: CodePoints;
}

/**
 * Block texts are joined by exactly one of these in a revision's linear text. A block may hold line feeds of its own, so
 * where a block begins is told by its offsets and never by looking for this.
 */
export const BLOCK_SEPARATOR = "\n";

/** A block's id is unique in its revision and short, because it stands in addresses and in the document. */
export const blockIdSchema = z.string().min(1).max(64);

/** The block that holds the whole of `start` to `end`, or null where the range crosses a block's edge or is outside. */
export function blockAround(
  blocks: readonly Block[],
  range: { start: CodePoints; end: CodePoints },
): Block | null {
  let low = 0;
  let high = blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (!block) return null;
    if (range.start < block.start) high = middle - 1;
    else if (range.start > block.end) low = middle + 1;
    else return range.end <= block.end ? block : null;
  }
  return null;
}

/** One section of an article: a heading and the blocks under it up to the next heading. */
export interface Section {
  /** Null for what stands before the first heading. */
  heading: Block | null;
  blocks: Block[];
}

/**
 * The sections of an article in order; the title (a level 1 heading that comes first) is no section of its own.
 * A section without blocks is kept: an empty heading such as 参考元 is still in the outline.
 */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: Section[] = [];
  for (const [index, block] of blocks.entries()) {
    const isTitle = index === 0 && block.kind === "heading" && block.level === HEADING_LEVELS.title;
    if (isTitle) continue;
    if (block.kind === "heading") sections.push({ heading: block, blocks: [] });
    else {
      const open = sections.at(-1);
      if (open) open.blocks.push(block);
      else sections.push({ heading: null, blocks: [block] });
    }
  }
  return sections;
}
