import { z } from "zod";

/** The most edits one import takes: a person who needs more has the wrong source. */
export const MAX_IMPORT_EDITS = 10_000;

/** The most characters a correction by hand may put in or take out, in UTF-16 units: a passage, not an article. */
export const LONGEST_CORRECTION = 1000;

/**
 * How a block of a preview is named for as long as it is worked on: `p12` is block 12 (from 0) as it was parsed, `o3.1`
 * block 1 of the left-out group 3, and `s7` the second half that operation 7 (from 0) split off. The first half keeps its
 * name. Names of halves count operations, so edits are taken back from the end of the list.
 */
export const editKeySchema = z.string().regex(/^(?:p\d{1,6}|o\d{1,6}\.\d{1,6}|s\d{1,5})$/);
export type EditKey = string;

export const parsedKey = (index: number): EditKey => `p${index}`;
export const leftOutKey = (group: number, index: number): EditKey => `o${group}.${index}`;
export const splitKey = (operation: number): EditKey => `s${operation}`;

/** What a block can be made by hand. A title is the one heading of level 1. */
export const EDITED_KINDS = ["title", "heading", "paragraph", "bullet", "quotation"] as const;
export type EditedKind = (typeof EDITED_KINDS)[number];

/** Code points in the block's text as it stands before the operation. */
const offset = z.number().int().min(0).max(100_000_000);
const block = editKeySchema;
/** The last of several blocks in reading order; absent for one. */
const through = editKeySchema.optional();
/** No control character, and no line break: a correction stays within its line. */
const words = z
  .string()
  .max(LONGEST_CORRECTION)
  .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u);

/**
 * One thing a person did to a preview by hand.
 * - `setKind`: a heading has a level from 2 to 6, a bullet a depth from 1 to 6. Of a cell: all of its table becomes
 *   paragraphs or bullets.
 * - `join`: with the block before; with `keepsEdge` the edge stays as a line break in the block.
 * - `split`: before code point `at`, between two characters.
 * - `leaveOut`, `takeBack`: the block, or all from it through another one.
 * - `compared`: what is unsure in the range (absent: in the block) was compared with its picture.
 * - `correct`: what a machine misread, from what to what.
 */
export const importEditSchema = z.discriminatedUnion("op", [
  z.object({
    op: z.literal("setKind"),
    block,
    kind: z.enum(EDITED_KINDS),
    level: z.number().int().min(1).max(6).optional(),
  }),
  z.object({ op: z.literal("join"), block, keepsEdge: z.boolean().optional() }),
  z.object({ op: z.literal("split"), block, at: offset }),
  z.object({ op: z.literal("leaveOut"), block, through }),
  z.object({ op: z.literal("takeBack"), block, through }),
  z.object({ op: z.literal("compared"), block, start: offset.optional(), end: offset.optional() }),
  z.object({ op: z.literal("correct"), block, start: offset, end: offset, from: words, to: words }),
]);
export type ImportEdit = z.infer<typeof importEditSchema>;

export const importEditsSchema = z.array(importEditSchema).max(MAX_IMPORT_EDITS);

export const EDIT_OPERATIONS = [
  "setKind",
  "join",
  "split",
  "leaveOut",
  "takeBack",
  "compared",
  "correct",
] as const satisfies readonly ImportEdit["op"][];

/** How many operations of each kind were made; kinds without any are absent. */
export const editCountsSchema = z.partialRecord(z.enum(EDIT_OPERATIONS), z.number().int().min(1));
export type EditCounts = z.infer<typeof editCountsSchema>;

/** What was changed by hand, as a revision keeps it: on which reading of its source (`blocksSha256`), and what. */
export const keptEditsSchema = z.object({ blocksSha256: z.string(), edits: importEditsSchema });
export type KeptEdits = z.infer<typeof keptEditsSchema>;

/** How many places of the text were changed; what was only compared with its picture stands as it was read. */
export const changesIn = (counts: EditCounts): number =>
  EDIT_OPERATIONS.reduce((sum, op) => (op === "compared" ? sum : sum + (counts[op] ?? 0)), 0);

export function countEdits(edits: readonly Pick<ImportEdit, "op">[]): EditCounts {
  const counts: EditCounts = {};
  for (const { op } of edits) counts[op] = (counts[op] ?? 0) + 1;
  return counts;
}

/**
 * Why an operation can't be done:
 * - `no_block`: there is none of that name, or it is left out where the operation wants one that is not;
 * - `nothing_before`: no block stands before it to join with;
 * - `kind`: a cell, figure or other block of whose kind that can't be done;
 * - `offset`: outside the text, inside a character, a reading or a reference, or with nothing on one side;
 * - `nothing_left`: no text would be left;
 * - `nothing_unsure`: there is nothing in the range that was not compared;
 * - `not_machine_read`: only what a machine read may be corrected: the rest says what its source says;
 * - `words`: the words to correct are not those that stand there, or nothing would be left of the block;
 * - `too_much`: the block would have more marks than one can have, or the edits take more work than they may.
 */
export const EDIT_MISFITS = [
  "no_block",
  "nothing_before",
  "kind",
  "offset",
  "nothing_left",
  "nothing_unsure",
  "not_machine_read",
  "words",
  "too_much",
] as const;
export type EditMisfit = (typeof EDIT_MISFITS)[number];
