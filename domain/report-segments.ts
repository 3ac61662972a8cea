import { type Anchor, placedOf } from "./anchor.ts";
import type { Block, BlockMark } from "./block.ts";
import { type CodePoints, codePoints, sliceCodePoints } from "./offset.ts";

/** A claim as far as a report's text asks. `number` is what the text shows beside it. */
export interface NumberedClaim {
  number: number;
  anchor: Anchor;
}

/**
 * A run of a block's text over which the same claims stand, and of which the source says the same.
 * `claims` are the numbers of all claims over it and `ends` those whose passage ends with it, where their number is
 * printed; both ascending. A format paints by `claims`, so overlapping and nested claims are all seen.
 */
export interface Segment {
  text: string;
  claims: number[];
  ends: number[];
  /** Where the source leads from here. Whoever prints it decides which addresses may be opened. */
  link?: string;
  /** The label of the footnote it refers to. */
  note?: string;
  /** How the words are read, which may go over several runs: those with one object. */
  ruby?: { reading: string };
  /** Struck words that the source shows before or after this one character; they are no part of the text. */
  struck?: { words: string; side: "before" | "after" };
  /** Shown by the source as added. */
  isInserted?: true;
  /** Read by a machine and compared by nobody. */
  isUnsure?: true;
}

/** What the marks over a run say of it. */
type Said = Pick<Segment, "link" | "note" | "ruby" | "struck" | "isInserted" | "isUnsure">;

/** Runs in order, those under one reading together. */
export type RubyGroup = { reading: string | null; segments: Segment[] };

/** `segments` with neighbours under one reading in one group, and every other alone. */
export function groupedByRuby(segments: readonly Segment[]): RubyGroup[] {
  const groups: RubyGroup[] = [];
  let open: Segment["ruby"];
  for (const segment of segments) {
    if (segment.ruby && segment.ruby === open) groups.at(-1)?.segments.push(segment);
    else groups.push({ reading: segment.ruby?.reading ?? null, segments: [segment] });
    open = segment.ruby;
  }
  return groups;
}

/**
 * `block`'s text cut at every edge of the claims and marks that stand in it, in order; the texts together are `block.text`.
 * A claim that needs placing is left out: a number on the wrong words would be a lie. Offsets are code points in the
 * revision's text; a passage that leaves the block counts with the part that is in it.
 */
export function segmentsOf(block: Block, claims: readonly NumberedClaim[]): Segment[] {
  const here = placedOf(claims).filter(({ anchor }) => anchor.start < block.end && anchor.end > block.start);
  const marks = marksOf(block);
  const inside = [
    ...here.flatMap(({ anchor }) => [anchor.start, anchor.end]),
    ...marks.flatMap(({ start, end }) => [start, end]),
  ];
  const edges = [...new Set([block.start, ...inside, block.end])]
    .filter((edge) => edge >= block.start && edge <= block.end)
    .sort((a, b) => a - b);
  const segments: Segment[] = [];
  const readings = new Map(
    marks.map((mark) => [mark, mark.type === "ruby" ? { reading: mark.reading } : undefined]),
  );
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1];
    if (end === undefined) break;
    const over = here.filter(({ anchor }) => anchor.start <= start && anchor.end >= end);
    segments.push({
      text: textBetween(block, start, end),
      claims: numbersOf(over),
      ends: numbersOf(over.filter(({ anchor }) => anchor.end === end)),
      ...said(
        marks.filter((mark) => mark.start <= start && mark.end >= end),
        readings,
      ),
    });
  }
  return segments;
}

/** The block's marks, with offsets in the revision's text as those of claims. */
const marksOf = ({ start, details }: Block): PlacedMark[] =>
  (details?.marks ?? []).map((mark) => ({
    ...mark,
    start: codePoints(start + mark.start),
    end: codePoints(start + mark.end),
  }));

type PlacedMark = BlockMark & { start: CodePoints; end: CodePoints };

function said(marks: readonly PlacedMark[], readings: ReadonlyMap<PlacedMark, Segment["ruby"]>): Said {
  const found: Said = {};
  for (const mark of marks) {
    if (mark.type === "link") found.link = mark.href;
    if (mark.type === "note") found.note = mark.label;
    if (mark.type === "struck") found.struck = { words: mark.words, side: mark.side };
    if (mark.type === "inserted") found.isInserted = true;
    if (mark.type === "unsure") found.isUnsure = true;
    const ruby = readings.get(mark);
    if (ruby) found.ruby = ruby;
  }
  return found;
}

function textBetween(block: Block, start: CodePoints, end: CodePoints): string {
  const within = (at: CodePoints) => codePoints(at - block.start);
  return sliceCodePoints(block.text, within(start), within(end));
}

const numbersOf = (claims: readonly NumberedClaim[]) =>
  claims.map((claim) => claim.number).sort((a, b) => a - b);
