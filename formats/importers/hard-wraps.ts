import { between, wouldMelt } from "./join-lines.ts";
import {
  beginsQuotation,
  breaksOff,
  endsClosed,
  endsInQuotation,
  goesOnBehindQuotation,
  holdsSentenceEnd,
  isRestOf,
  standsAlone,
} from "./line-ends.ts";
import { leadingUnit, widthOf } from "./line-width.ts";
import type { PlainLine } from "./plain-lines.ts";

/** Half-width columns between which the width lies that somebody wraps prose at. */
const WIDTHS = { least: 24, most: 132 } as const;
/** Columns by which Japanese lines of one width differ: what may not stand at an edge moves to the other line. */
const RAGGED = 2;
/** So many lines of a text must have been broken at one width before the width alone tells that a line was. */
const LEAST_VOTES = 3;
/** Columns. A line so wide, at the right edge of its paragraph, was broken by that edge where the paragraph goes on. */
const SURELY_WRAPPED = 50;
/** Columns. A Japanese line so wide that breaks off within a sentence was broken by its width. */
const SURELY_PROSE = 60;

/** Consecutive lines that may be one paragraph: both indices inclusive. */
interface Stretch {
  from: number;
  to: number;
}

/**
 * For each line whether it goes on in the next one: whether only the width of the lines made the break between them
 * (decision 021). Nothing is joined that begins or ends by itself; beyond that a line must fill the width its text is
 * wrapped at, and where that width is not plain from the text, its words must go on too. In doubt a line stays apart.
 *
 * @param isApart lines that are something else than prose by what others say, such as rows of a table
 */
export function hardWraps(lines: readonly PlainLine[], isApart: ReadonlySet<number>): boolean[] {
  const stretches = stretchesOf(lines, isApart).flatMap((stretch) => paragraphsIn(lines, stretch));
  const evident = stretches.map((stretch) => evidentWidth(lines, stretch));
  const usual = usualWidth(lines, stretches, evident);
  const edge = stretches.reduce((most, stretch) => Math.max(most, widestOpen(lines, stretch)), 0);
  const isSpoken = beginsWithQuotations(lines, stretches, usual);
  const opens = lines.filter((line) => line.opensParagraph && line.kind === "text").length;
  const wraps = new Array<boolean>(lines.length).fill(false);
  for (const [index, stretch] of stretches.entries()) {
    const widest = widestOf(lines, stretch);
    const own = evident[index] ?? null;
    const fits = usual !== null && widest <= usual + RAGGED;
    const width = own !== null && !(fits && usual - own <= RAGGED + 1) ? own : fits ? usual : null;
    const wrapping = {
      width: width ?? widest,
      isKnown: width !== null,
      edge: Math.max(edge, widest),
      isIndented: opens > 1,
      isSpoken,
    };
    decide(lines, stretch, wrapping, wraps);
  }
  return wraps;
}

/**
 * Whether a text begins paragraphs with a quotation at the margin, as talks and stories do: one stands below a line that ends
 * short of the edge, or by itself. Else a quotation at the margin is one that the lines' width brought there.
 */
function beginsWithQuotations(
  lines: readonly PlainLine[],
  stretches: readonly Stretch[],
  usual: number | null,
): boolean {
  const edge = usual ?? stretches.reduce((widest, stretch) => Math.max(widest, widestOf(lines, stretch)), 0);
  return lines.some(({ kind, text, indent }, at) => {
    if (kind !== "text" || indent > 0 || !beginsQuotation(text)) return false;
    const before = lines[at - 1];
    if (before?.kind === "text") return !fills(lines, at - 1, edge, 0);
    return lines[at + 1]?.kind !== "text" && /[」』”]$/u.test(text);
  });
}

function stretchesOf(lines: readonly PlainLine[], isApart: ReadonlySet<number>): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (let at = 0; at < lines.length; at += 1) {
    if (at + 1 < lines.length && !isApart.has(at) && !isApart.has(at + 1) && mayGoOn(lines, from, at))
      continue;
    if (at > from) stretches.push({ from, to: at });
    from = at + 1;
  }
  return stretches;
}

/** A stretch without the edges at which a sentence or a heading ends well short of the widest line. */
function paragraphsIn(lines: readonly PlainLine[], { from, to }: Stretch): Stretch[] {
  const width = widestOf(lines, { from, to });
  const parts: Stretch[] = [];
  let start = from;
  for (let at = from; at <= to; at += 1) {
    const line = lines[at];
    if (!line) continue;
    const mayEnd = endsClosed(line.text) || (at === start && line.kind === "numbered");
    if (at < to && !(mayEnd && !fills(lines, at, width, RAGGED * 2))) continue;
    if (at > start) parts.push({ from: start, to: at });
    start = at + 1;
  }
  return parts;
}

/** Whether line `at` of a stretch that begins at `from` can go on in the next line at all. */
function mayGoOn(lines: readonly PlainLine[], from: number, at: number): boolean {
  const [first, line, next] = [lines[from], lines[at], lines[at + 1]];
  if (!first || !line || !next || !isProse(line) || !isProse(next)) return false;
  if (next.start === "own" || next.kind === "bullet" || line.kind === "marked") return false;
  if (next.start === "label" && (first.start === "label" || !breaksOff(line.text))) return false;
  if (line.text.includes("\t") || standsAlone(line.text)) return false;
  if ((line.kind === "quotation" || next.kind === "quotation") && line.quoted !== next.quoted) return false;
  // Between words of English a space parts two figures as it parts everything.
  if (/^\p{N}/u.test(next.text) && wouldMelt(line.text, next.text) && !isSpaced(line.text)) return false;
  return isInLine(first, line, next);
}

const isProse = ({ kind, text }: PlainLine): boolean => kind !== "blank" && kind !== "rule" && text !== "";
const isSpaced = (text: string): boolean =>
  between(text, "a") === " " && !/[\u3040-\u30ff\u3400-\u9fff]/u.test(text);

/** Whether the margins of two lines can be those of one paragraph or item that begins with `first`. */
function isInLine(first: PlainLine, line: PlainLine, next: PlainLine): boolean {
  const step = next.indent - line.indent;
  const isItem = first.hang > first.indent;
  if (isItem && line === first) {
    const off = Math.abs(next.indent - first.hang);
    return step === 0 || off <= 1 || (off === 2 && (breaksOff(line.text) || isRestOf(line.text, next.text)));
  }
  if (line === first && step > 0 && step === labelWidth(line.text)) return true;
  if (next.opensParagraph) return step === 0 && line !== first && !endsClosed(line.text);
  if (step > 0) return step < 2;
  // The first line of a paragraph is indented by a character or two, in English by a tab.
  if (line === first || line.opensParagraph) return -step <= (isSpaced(line.text) ? 8 : 4);
  return step > -2;
}

/** Columns that a short label and the space behind it take: an answer's lines hang under its first word. */
const labelWidth = (text: string): number => widthOf(/^\S{1,4}[\u3000 ]+(?=\S)/u.exec(text)?.[0] ?? "");

/** The width of the widest line. Where only commas and full stops stand in its last columns, they hang over the edge. */
function widestOf(lines: readonly PlainLine[], { from, to }: Stretch): number {
  let widest = 0;
  for (let at = from; at <= to; at += 1) {
    const line = lines[at];
    if (line && line.width > widest && !line.text.includes("://")) widest = line.width;
  }
  let atEdge = 0;
  for (let at = from; at <= to; at += 1) {
    const { width = 0, text = "" } = lines[at] ?? {};
    if (width === widest && !/[、。，．]$/u.test(text)) return widest;
    if (width === widest - 2 && !/[、。，．]$/u.test(text)) atEdge += 1;
  }
  return atEdge >= LEAST_AT_EDGE ? widest - 2 : widest;
}

/** The width of the widest line that breaks off within a sentence, or 0. */
function widestOpen(lines: readonly PlainLine[], { from, to }: Stretch): number {
  let widest = 0;
  for (let at = from; at < to; at += 1) {
    const { width = 0, text = "" } = lines[at] ?? {};
    if (width > widest && width <= WIDTHS.most && !endsClosed(text)) widest = width;
  }
  return widest;
}

/** So many lines must end where others have their last mark, before that is said to hang. */
const LEAST_AT_EDGE = 2;

/** Whether the beginning of the next line had not fitted behind line `at`, had the lines been `width` columns wide. */
function fills(lines: readonly PlainLine[], at: number, width: number, slack: number): boolean {
  const [line, next] = [lines[at], lines[at + 1]];
  if (!line || !next) return false;
  const space = between(line.text, next.text).length;
  return line.width + space + leadingUnit(next.text, space > 0) + (space > 0 ? 0 : slack) > width;
}

/**
 * The width that a stretch of three lines or more is plainly wrapped at, or null: most of its lines fill it and break off
 * within a sentence, and those that do not fill it end one.
 */
function evidentWidth(lines: readonly PlainLine[], stretch: Stretch): number | null {
  const edges = stretch.to - stretch.from;
  const width = widestOf(lines, stretch);
  if (edges < 2 || width < WIDTHS.least || width > WIDTHS.most) return null;
  let [full, open, broken, spaced, lower] = [0, 0, 0, 0, 0];
  for (let at = stretch.from; at < stretch.to; at += 1) {
    const [line, next] = [lines[at], lines[at + 1]];
    if (!line || !next) continue;
    const isOpen = !endsClosed(line.text);
    const isFull = fills(lines, at, width, RAGGED);
    if (isFull) full += 1;
    if (isFull && isOpen) open += 1;
    if (!isFull && isOpen) broken += 1;
    if (between(line.text, next.text) === " ") {
      spaced += 1;
      if (/^[\p{Ll}(]/u.test(next.text)) lower += 1;
    }
  }
  const isPlain = full >= 2 && full >= edges * 0.4 && open * 2 >= full && broken <= edges * 0.15;
  return isPlain && lower * 3 >= spaced && hasSentence(lines, stretch) ? width : null;
}

function hasSentence(lines: readonly PlainLine[], { from, to }: Stretch): boolean {
  for (let at = from; at <= to; at += 1) if (holdsSentenceEnd(lines[at]?.text ?? "")) return true;
  return false;
}

/** The width most of a text is wrapped at, or null where too few of its lines say so. */
function usualWidth(
  lines: readonly PlainLine[],
  stretches: readonly Stretch[],
  evident: readonly (number | null)[],
): number | null {
  const votes = new Array<number>(WIDTHS.most + RAGGED + 2).fill(0);
  for (const [index, stretch] of stretches.entries()) {
    const width = evident[index] ?? pairWidth(lines, stretch);
    if (width !== null) votes[width] = (votes[width] ?? 0) + stretch.to - stretch.from;
  }
  let best = { width: 0, votes: 0 };
  for (let width = WIDTHS.least; width <= WIDTHS.most; width += 1) {
    let sum = 0;
    for (let near = width - RAGGED - 1; near <= width; near += 1) sum += votes[near] ?? 0;
    if ((votes[width] ?? 0) > 0 && sum > best.votes) best = { width, votes: sum };
  }
  return best.votes >= LEAST_VOTES ? best.width : null;
}

/** The width two lines that read as one sentence are wrapped at, if they are; null where they do not read so. */
function pairWidth(lines: readonly PlainLine[], { from, to }: Stretch): number | null {
  const [line, next] = [lines[from], lines[to]];
  if (to - from !== 1 || !line || !next || line.width < WIDTHS.least || line.width > WIDTHS.most) return null;
  const isOne = breaksOff(line.text) || isRestOf(line.text, next.text);
  return isOne && line.width > next.width && next.start === "none" && endsClosed(next.text)
    ? line.width
    : null;
}

interface Wrapping {
  width: number;
  /** Whether the text or the stretch shows that it is wrapped at this width. */
  isKnown: boolean;
  /** The widest line of the text that breaks off within a sentence: a sentence that ends far before it ends its paragraph. */
  edge: number;
  /** Whether quotations begin paragraphs of it. */
  isSpoken: boolean;
  /** Whether the text indents its paragraphs, so that a line at the margin begins none. */
  isIndented: boolean;
}

function decide(lines: readonly PlainLine[], stretch: Stretch, wrapping: Wrapping, wraps: boolean[]): void {
  let endsLater = false;
  const opened = openedAt(lines, stretch);
  for (let at = stretch.to - 1; at >= stretch.from; at -= 1) {
    endsLater = holdsSentenceEnd(lines[at + 1]?.text ?? "") || (endsLater && wraps[at + 1] === true);
    const isOpened = opened[at - stretch.from] === true;
    wraps[at] =
      isWrap(lines, at, stretch, wrapping, endsLater) ||
      (isOpened && endsLater && reachesEdge(lines, at, wrapping));
  }
}

/** For each line of a stretch whether the paragraph it stands in was opened by a full-width space. */
function openedAt(lines: readonly PlainLine[], { from, to }: Stretch): boolean[] {
  let isOpen = false;
  return lines.slice(from, to + 1).map((line) => {
    if (line.opensParagraph) isOpen = true;
    else if (line.indent > 0 || line.start !== "none") isOpen = false;
    return isOpen;
  });
}

/**
 * Whether a line of a paragraph that a full-width space opened goes on at the margin: it comes near the right edge, whatever
 * it ends with, and the next line neither opens a paragraph nor begins as something of its own.
 */
function reachesEdge(lines: readonly PlainLine[], at: number, wrapping: Wrapping): boolean {
  const { width } = wrapping;
  const [line, next] = [lines[at], lines[at + 1]];
  if (!line || !next || next.opensParagraph || next.indent > 0 || !mayBeRest(next, wrapping)) return false;
  return line.width >= SURELY_WRAPPED && width <= WIDTHS.most && fills(lines, at, width, RAGGED * 2);
}

/** Whether a line behind the end of a sentence may be the next sentence of the same paragraph. */
const mayBeRest = ({ start, text }: PlainLine, { isSpoken }: Wrapping): boolean =>
  start === "none" || (start === "figure" && !isSpoken && beginsQuotation(text));

function isWrap(
  lines: readonly PlainLine[],
  at: number,
  { from }: Stretch,
  wrapping: Wrapping,
  endsLater: boolean,
): boolean {
  const { width, isKnown, isIndented, edge } = wrapping;
  const [first, line, next] = [lines[from], lines[at], lines[at + 1]];
  if (!first || !line || !next || width > WIDTHS.most) return false;
  const isClosed =
    endsClosed(line.text) && !endsInQuotation(line.text) && !goesOnBehindQuotation(line.text, next.text);
  if (!fills(lines, at, width, isClosed ? 0 : RAGGED)) return false;
  const isOff = breaksOff(line.text);
  const goesOn = isOff || isRestOf(line.text, next.text);
  const isOpened = isIndented && first.opensParagraph && !next.opensParagraph;
  const isItem = first.hang > first.indent;
  const hangs = isItem && next.indent > first.indent;
  const isWide = line.width >= SURELY_WRAPPED;
  if (isItem && !hangs && !isKnown && !(isOff && isWide)) return false;
  if (isClosed) {
    if (!mayBeRest(next, wrapping)) return false;
    return isKnown || (isOpened && endsClosed(next.text) && fills(lines, at, edge, RAGGED * 2));
  }
  if (isKnown) {
    return next.start === "label" ? endsLater : goesOn || endsLater;
  }
  if (next.start === "label") return false;
  if (hangs) return goesOn;
  if (!endsLater) return false;
  if (width < WIDTHS.least) return isOff && between(line.text, next.text) === "";
  if (next.start === "figure") return isOff;
  return goesOn || isOpened || (width >= SURELY_PROSE && /[。．]/u.test(line.text));
}
