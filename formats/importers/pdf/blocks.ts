import type { BlockDetails, ParsedBlock } from "#domain/block.ts";
import { codePointLength } from "#domain/offset.ts";
import { atMostDeepest } from "../block-list.ts";
import { bulletText } from "../bullet-marks.ts";
import { type InlineLine, oneLineOf } from "../inline.ts";
import { isMarkedHeading, looksLikeHeading, numberingOf } from "../plain-headings.ts";
import { PageNotes } from "./footnotes.ts";
import { HyphenatedWords } from "./hyphenation.ts";
import { joinsIn } from "./line-joins.ts";
import { piecesOf } from "./line-text.ts";
import { isLarger, type Measure, type Paragraph } from "./paragraphs.ts";

const LONGEST_HEADING = 120;
const LONGEST_TITLE = 200;
const LEAST_TITLE_SIZE = 1.25;

/** What the paragraphs of a PDF are. The title, where there is one, is a heading of level 0; footnotes come last. */
export function blocksOf(paragraphs: readonly Paragraph[], measure: Measure): ParsedBlock[] {
  const notes = new PageNotes(paragraphs, measure);
  const words = new HyphenatedWords(paragraphs.map(({ text }) => text));
  const levels = headingLevels(paragraphs, measure);
  const title = titleOf(paragraphs, measure);
  const ordinals = listOrdinals(paragraphs);
  const indents: number[] = [];
  const blocks: ParsedBlock[] = [];
  const footnotes: ParsedBlock[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const { pieces, begins } = words.joined(
      paragraph.lines.map((line) => piecesOf(line, (run) => notes.referredToBy(run, line.page))),
    );
    const line = oneLineOf(pieces);
    if (line.text === "") continue;
    const add = (to: ParsedBlock[], block: ParsedBlock) =>
      to.push(placed(block, paragraph, line.text, begins));
    const label = notes.of(paragraph);
    const item = itemOf(line, ordinals.get(index) ?? null);
    if (label !== null)
      add(footnotes, {
        ...asBlock("footnote", null, shortened(line, label.length)),
        details: { label: label.label },
      });
    else if (paragraph === title) add(blocks, asBlock("heading", 0, line));
    else if (isHeading(paragraph, line.text, measure))
      add(blocks, asBlock("heading", levelOf(paragraph, line.text, levels, measure), line));
    else if (item) add(blocks, asBlock("bullet", depthOf(indents, paragraph), item.line, item.details));
    else {
      indents.length = 0;
      add(blocks, asBlock("paragraph", null, line));
    }
  }
  return [...blocks, ...footnotes];
}

/** A block with where it stood, and where its lines were joined; `whole` is its text with the sign it began with. */
function placed(
  block: ParsedBlock,
  { lines }: Paragraph,
  whole: string,
  begins: readonly number[],
): ParsedBlock {
  const [first] = lines;
  const sign = whole.slice(0, whole.length - block.text.length);
  const joins = joinsIn(block.text, begins, codePointLength(sign.replace(/\s+/gu, "")));
  return {
    ...block,
    ...(joins.length > 0 && { joins }),
    ...(first && { place: { page: first.page, top: first.top } }),
  };
}

function asBlock(
  kind: ParsedBlock["kind"],
  level: number | null,
  line: InlineLine,
  more: BlockDetails = {},
): ParsedBlock {
  const details: BlockDetails = { ...(line.marks.length > 0 && { marks: line.marks }), ...more };
  return { kind, level, text: line.text, ...(Object.keys(details).length > 0 && { details }) };
}

/** The largest text of the first page, unless it is hardly larger than the rest or goes on for too long. */
function titleOf(paragraphs: readonly Paragraph[], measure: Measure): Paragraph | null {
  const [page] = paragraphs[0]?.lines.map((line) => line.page) ?? [];
  const first = paragraphs.filter(
    ({ lines, text }) => lines[0]?.page === page && text.length <= LONGEST_TITLE,
  );
  const largest = first.reduce<Paragraph | null>(
    (best, next) => ((next.lines[0]?.size ?? 0) > (best?.lines[0]?.size ?? 0) * 1.02 ? next : best),
    null,
  );
  return (largest?.lines[0]?.size ?? 0) >= measure.size * LEAST_TITLE_SIZE &&
    /[\p{L}\p{N}]{2}/u.test(largest?.text ?? "")
    ? largest
    : null;
}

function isHeading({ lines, text }: Paragraph, line: string, measure: Measure): boolean {
  const [first] = lines;
  if (!first || line.length > LONGEST_HEADING || !/\p{L}/u.test(line) || !looksLikeHeading(line))
    return false;
  if (isLarger(first, measure)) return true;
  if (lines.length > 2 || first.isGappy) return false;
  const isInOwnFont = lines.every(({ runs }) => runs.every((run) => run.font !== measure.font));
  if (isMarkedHeading(line)) return true;
  return isInOwnFont && first.size >= measure.size * 0.97 && bulletText(text) === null && text.length <= 60;
}

/** Levels from 1 by size, the largest first; headings in the size of the text are below all larger ones. */
function headingLevels(paragraphs: readonly Paragraph[], measure: Measure): Map<number, number> {
  const sizes = new Set<number>();
  for (const { lines, text } of paragraphs) {
    const [first] = lines;
    if (first && isLarger(first, measure) && text.length <= LONGEST_HEADING)
      sizes.add(Math.round(first.size));
  }
  const sorted = [...sizes].sort((one, other) => other - one);
  return new Map(sorted.map((size, at) => [size, at + 1]));
}

function levelOf(
  { lines }: Paragraph,
  text: string,
  levels: ReadonlyMap<number, number>,
  measure: Measure,
): number {
  const [first] = lines;
  const numbered = numberingOf(text);
  if (first && isLarger(first, measure)) return atMostDeepest(levels.get(Math.round(first.size)) ?? 0);
  return atMostDeepest(Math.min(levels.size, 3) + (numbered?.level === 3 ? 2 : 1));
}

const SYMBOL_BULLET = /^[\uf0b7\uf0a7\uf06c\uf0d8\uf06e\u25a0\u25cf\u25e6]\s*/u;

function itemOf(
  line: InlineLine,
  ordinal: Ordinal | null,
): { line: InlineLine; details: BlockDetails } | null {
  if (ordinal) return { line: shortened(line, ordinal.length), details: { ordinal: ordinal.value } };
  const symbol = SYMBOL_BULLET.exec(line.text)?.[0].length ?? 0;
  const bullet = symbol > 0 ? line.text.slice(symbol) : bulletText(line.text);
  if (bullet === null || bullet === "") return null;
  return { line: shortened(line, line.text.length - bullet.length), details: {} };
}

/** A line without its beginning, of so many UTF-16 units, all of which are single code points. */
function shortened(line: InlineLine, units: number): InlineLine {
  return {
    text: line.text.slice(units),
    marks: line.marks
      .map((mark) => ({ ...mark, start: Math.max(0, mark.start - units), end: mark.end - units }))
      .filter((mark) => mark.start < mark.end),
  };
}

interface Ordinal {
  value: number;
  /** Of the number and what follows it, in UTF-16 units. */
  length: number;
}

const NUMBERED = /^[(（]?([\d０-９]{1,3})\s?[.．、)）]\s*(?=\S)/u;

/** The numbers of list items: of those that count on from a neighbour, or are counted on from. */
function listOrdinals(paragraphs: readonly Paragraph[]): Map<number, Ordinal> {
  const all = paragraphs.map(({ text }): (Ordinal & { style: string }) | null => {
    const [written, digits] = NUMBERED.exec(text) ?? [];
    const numbering = numberingOf(text);
    if (written === undefined || digits === undefined || !numbering || numbering.style === "nested")
      return null;
    return { value: Number(digits.normalize("NFKC")), length: written.length, style: numbering.style };
  });
  const found = new Map<number, Ordinal>();
  let last: { index: number; ordinal: Ordinal & { style: string } } | null = null;
  for (const [index, ordinal] of all.entries()) {
    if (!ordinal) continue;
    if (
      last &&
      index - last.index <= 4 &&
      last.ordinal.style === ordinal.style &&
      ordinal.value === last.ordinal.value + 1
    ) {
      found.set(last.index, last.ordinal);
      found.set(index, ordinal);
    }
    last = { index, ordinal };
  }
  return found;
}

/** How deep an item stands, by the indents of those before it. */
function depthOf(indents: number[], { lines }: Paragraph): number {
  const x = lines[0] ? lines[0].x0 - lines[0].column.left : 0;
  const size = lines[0]?.size ?? 1;
  while (indents.length > 0 && (indents.at(-1) ?? 0) > x + size * 0.4) indents.pop();
  if (indents.length === 0 || (indents.at(-1) ?? 0) < x - size * 0.4) indents.push(x);
  return atMostDeepest(indents.length);
}
