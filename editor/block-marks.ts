import type { BlockMark } from "#domain/block.ts";
import { boundaryTest } from "#domain/grapheme.ts";
import { codePoints } from "#domain/offset.ts";
import { isAllowedHref } from "./allowed-href.ts";
import type { ArticleMark, ArticleTextNode } from "./article-document.ts";
import { OffsetIndex } from "./offset-index.ts";
import { storableText } from "./storable-text.ts";

/** A paragraph with more links than this is no paragraph; the rest keep their words. */
const MOST_MARKS = 1000;
const LONGEST_READING = 200;
const LONGEST_LABEL = 20;

/** In UTF-16 units, as `blockMarkSchema` counts them. */
const LONGEST_STRUCK = 500;

/** The order in which marks nest, outermost first: a link holds a ruby, never the other way about. */
export const MARK_NESTING = [
  "link",
  "note",
  "inserted",
  "struck",
  "unsure",
  "raised",
  "lowered",
  "ruby",
] as const satisfies readonly BlockMark["type"][];

/**
 * Those of `marks` that may stand over `text`, in order: inside it and on grapheme edges, with addresses a link may lead
 * to and labels that `labels` knows; none overlapping another of its type, no link over a note, nothing both raised and
 * lowered, and no ruby across the edge of any of them, because a page would have to print its reading twice. What is not
 * allowed is left out, and neighbours that say the same are one.
 */
export function settledMarks(
  marks: readonly BlockMark[],
  text: string,
  labels: { has(label: string): boolean },
): BlockMark[] {
  const index = new OffsetIndex(text);
  const isEdge = boundaryTest(text);
  const isOnEdges = ({ start, end }: BlockMark) =>
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    start >= 0 &&
    start < end &&
    end <= index.length &&
    isEdge(index.toUtf16(codePoints(start))) &&
    isEdge(index.toUtf16(codePoints(end)));
  const good = marks
    .slice(0, MOST_MARKS)
    .map(storable)
    .filter((mark) => isOnEdges(mark) && isMeant(mark, labels))
    .map((mark) =>
      mark.type === "struck" ? overOne(mark, (at) => isEdge(index.toUtf16(codePoints(at)))) : mark,
    );
  const of = <T extends BlockMark["type"]>(type: T) =>
    joined(good.filter((mark): mark is Extract<BlockMark, { type: T }> => mark.type === type));
  const notes = of("note");
  const links = of("link").filter((link) => !notes.some((note) => overlap(link, note)));
  const raised = of("raised");
  const lowered = of("lowered").filter((low) => !raised.some((high) => overlap(low, high)));
  const others = [
    ...notes,
    ...links,
    ...raised,
    ...lowered,
    ...of("inserted"),
    ...of("struck"),
    ...of("unsure"),
  ];
  const edges = others.flatMap(({ start, end }) => [start, end]);
  const rubies = of("ruby").filter(({ start, end }) => !edges.some((at) => at > start && at < end));
  return [...others, ...rubies].sort(inOrder);
}

/** `text` cut where marks begin and end. `marks` are settled. */
export function textNodesOf(text: string, marks: readonly BlockMark[] = []): ArticleTextNode[] {
  if (marks.length === 0) return [{ type: "text", text }];
  const index = new OffsetIndex(text);
  const edges = [...new Set([0, ...marks.flatMap(({ start, end }) => [start, end]), index.length])].sort(
    (a, b) => a - b,
  );
  return edges.slice(0, -1).map((start, at): ArticleTextNode => {
    const end = edges[at + 1] ?? index.length;
    const over = marks.filter((mark) => mark.start <= start && mark.end >= end);
    const piece = text.slice(index.toUtf16(codePoints(start)), index.toUtf16(codePoints(end)));
    if (over.length === 0) return { type: "text", text: piece };
    return { type: "text", text: piece, marks: over.sort(byNesting).map(nodeMark) };
  });
}

/** The marks over the text of these nodes. Inverse of `textNodesOf`. */
export function marksOfNodes(nodes: readonly ArticleTextNode[]): BlockMark[] {
  const marks: BlockMark[] = [];
  const open = new Map<BlockMark["type"], BlockMark>();
  let start = 0;
  for (const { text, marks: over = [] } of nodes) {
    const end = start + [...text].length;
    for (const mark of over) {
      const before = open.get(mark.type);
      const next = { type: mark.type, start, end, ...("attrs" in mark && mark.attrs) } as BlockMark;
      if (before?.end === start && saysTheSame(before, next)) before.end = end;
      else {
        open.set(mark.type, next);
        marks.push(next);
      }
    }
    start = end;
  }
  return marks.sort(inOrder);
}

/** Struck words stand beside one character, so that no other mark's edge can part theirs. */
function overOne<Mark extends BlockMark>(mark: Mark, isEdge: (at: number) => boolean): Mark {
  for (let at = mark.start + 1; at < mark.end; at += 1) if (isEdge(at)) return { ...mark, end: at };
  return mark;
}

const byNesting = (a: BlockMark, b: BlockMark) => MARK_NESTING.indexOf(a.type) - MARK_NESTING.indexOf(b.type);
const inOrder = (a: BlockMark, b: BlockMark) => a.start - b.start || byNesting(a, b);
const overlap = (a: BlockMark, b: BlockMark) => a.start < b.end && b.start < a.end;

function storable(mark: BlockMark): BlockMark {
  const { start, end } = mark;
  if (mark.type === "link") return { type: "link", start, end, href: storableText(mark.href) };
  if (mark.type === "note") return { type: "note", start, end, label: storableText(mark.label).trim() };
  if (mark.type === "ruby") return { type: "ruby", start, end, reading: inOneLine(mark.reading) };
  if (mark.type === "struck") return { ...mark, words: inOneLine(mark.words) };
  return mark;
}

function isMeant(mark: BlockMark, labels: { has(label: string): boolean }): boolean {
  if (mark.type === "link") return isAllowedHref(mark.href);
  if (mark.type === "note") return mark.label.length <= LONGEST_LABEL && labels.has(mark.label);
  if (mark.type === "ruby") return mark.reading !== "" && mark.reading.length <= LONGEST_READING;
  if (mark.type === "struck") return mark.words !== "" && mark.words.length <= LONGEST_STRUCK;
  return true;
}

const inOneLine = (words: string): string => storableText(words).replace(/\s+/gu, " ").trim();

/** Marks of one type in order, the first of those that overlap, and neighbours that say the same made one. */
function joined<Mark extends BlockMark>(marks: readonly Mark[]): Mark[] {
  const out: Mark[] = [];
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && mark.start < last.end) continue;
    out.push(mark);
    for (let pair = lastTwo(out); pair; pair = lastTwo(out)) out.splice(-2, 2, both(...pair));
  }
  return out;
}

/** The last two, where they touch and say the same. */
function lastTwo<Mark extends BlockMark>(marks: readonly Mark[]): [Mark, Mark] | null {
  const [a, b] = marks.slice(-2);
  return a && b && a.end === b.start && saysTheSame(a, b) ? [a, b] : null;
}

/** 日日 read ひ and ひ is read ひひ; where that is too long, the second goes without. */
function both<Mark extends BlockMark>(a: Mark, b: Mark): Mark {
  if (a.type !== "ruby") return { ...a, end: b.end };
  const reading = a.reading + a.reading;
  return reading.length > LONGEST_READING ? a : { ...a, end: b.end, reading };
}

function saysTheSame(a: BlockMark, b: BlockMark): boolean {
  if (a.type === "link") return b.type === "link" && a.href === b.href;
  if (a.type === "note") return b.type === "note" && a.label === b.label;
  if (a.type === "ruby") return b.type === "ruby" && a.reading === b.reading;
  if (a.type === "unsure") return b.type === "unsure" && a.what === b.what;
  // Each passage that was struck stands by itself, though the same words were struck twice.
  return a.type !== "struck" && a.type === b.type;
}

function nodeMark(mark: BlockMark): ArticleMark {
  if (mark.type === "link") return { type: "link", attrs: { href: mark.href } };
  if (mark.type === "note") return { type: "note", attrs: { label: mark.label } };
  if (mark.type === "ruby") return { type: "ruby", attrs: { reading: mark.reading } };
  if (mark.type === "struck") return { type: "struck", attrs: { words: mark.words, side: mark.side } };
  if (mark.type === "unsure") return { type: "unsure", attrs: { what: mark.what } };
  return { type: mark.type };
}
