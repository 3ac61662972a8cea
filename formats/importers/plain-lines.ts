import { bulletOf, quotationText } from "./bullet-marks.ts";
import { type LineStart, lineStartOf } from "./line-starts.ts";
import { widthOf } from "./line-width.ts";
import { indentOf, splitLines, trimLine } from "./lines.ts";
import {
  endsSentence,
  isEnglishHeading,
  isMarkedHeading,
  isSignedHeading,
  looksLikeHeading,
} from "./plain-headings.ts";
import { type Numbering, plainNumberingOf } from "./plain-numbering.ts";

/** One line of plain text and what it is by itself; `text` is without white space at its ends and without its mark. */
export interface PlainLine {
  kind: "blank" | "text" | "bullet" | "quotation" | "numbered" | "marked" | "rule";
  text: string;
  /** As it stands in the source. */
  raw: string;
  /** Half-width columns. */
  indent: number;
  /** Half-width columns from the margin to its end. */
  width: number;
  /** Half-width columns from the margin to its words, behind the mark or number it begins with. */
  hang: number;
  /** How surely it begins something of its own. */
  start: LineStart;
  /** How many signs of quotation stand before it. */
  quoted: number;
  /** How a numbered line is numbered, and the level it would have as a heading. */
  numbering: Numbering | null;
  /** The number a bullet's mark was. */
  ordinal: number | null;
  /** Whether Japanese indents it as a new paragraph: by exactly one full-width space. */
  opensParagraph: boolean;
}

/** `---`, `━━━☆`, `■□■□`: a line drawn between parts. It stands alone, so that no neighbour runs into it. */
const RULE =
  /^(?:[-*_=~#・＊－―─━＝※☆★…◇◆■□▼▽▲△●○◎♪┃│┏┓┗┛┌┐└┘├┤┳┻╋＿￣〜～+|＋｜‥—–<>＜＞]\s*){3,}$|^[-=_━─＝]{2}$/u;
/** Said, not drawn. */
const PAUSE = /^[…‥・]{1,9}$/u;

/** UTF-16 units. A longer one is text; the bound also keeps the pattern's repetition off the engine's stack. */
const LONGEST_RULE = 200;

/** All blank lines are this one: a text may have millions. */
const BLANK: PlainLine = {
  kind: "blank",
  text: "",
  raw: "",
  indent: 0,
  width: 0,
  hang: 0,
  start: "own",
  quoted: 0,
  numbering: null,
  ordinal: null,
  opensParagraph: false,
};

export function plainLines(text: string): PlainLine[] {
  return splitLines(text).map(plainLine);
}

function plainLine(raw: string): PlainLine {
  const text = trimLine(raw);
  if (text === "") return BLANK;
  const indent = raw.startsWith(text) ? 0 : indentOf(raw);
  const line: PlainLine = {
    kind: "text",
    text,
    raw,
    indent,
    width: indent + widthOf(text),
    hang: indent,
    start: "own",
    quoted: 0,
    numbering: null,
    ordinal: null,
    opensParagraph: indent === 2 && /^\u3000(?!\s)/.test(raw),
  };
  mark(line);
  return line;
}

/** Says what a line is, and takes its mark off. */
function mark(line: PlainLine): void {
  const { text } = line;
  if (text.length <= LONGEST_RULE && RULE.test(text) && !PAUSE.test(text)) {
    line.kind = "rule";
    return;
  }
  const quotation = quotationText(text);
  if (quotation !== null) {
    line.kind = "quotation";
    line.text = quotation;
    line.start = lineStartOf(quotation);
    line.quoted = (text.slice(0, text.length - quotation.length).match(/[>＞|]/gu) ?? []).length;
    return;
  }
  const bullet = bulletOf(text);
  if (bullet) {
    line.kind = "bullet";
    line.text = bullet.text;
    line.ordinal = bullet.ordinal;
    line.hang = line.indent + widthOf(text.slice(0, text.length - bullet.text.length));
    return;
  }
  line.start = text.includes("\t") ? "own" : lineStartOf(text);
  if (isMarkedHeading(text)) line.kind = "marked";
  else {
    line.numbering = plainNumberingOf(text);
    if (line.numbering) line.kind = "numbered";
    if (line.numbering) line.hang = line.indent + widthOf(NUMBER.exec(text)?.[0] ?? "");
  }
  if (line.kind !== "text" && line.start !== "own") line.start = "label";
}

/** A number or letter and what parts it from the words. */
const NUMBER = /^\S{1,4}?[\s\u3000)）．.、:：]+/u;

/**
 * The level of the heading that the line at `at` is, or null.
 *
 * A numbered line is a heading when it is no sentence and no numbered line of the same style stands next to it: lines
 * numbered one after another without a blank line between them are a list. A chapter (第1章) is never a list item.
 * Signs (■) before several lines without a blank line between them make a list as well.
 * `begins`: whether the line begins a block; a wrapped line that happens to begin with `2.` or to read まとめ is no heading.
 */
export function headingLevelAt(lines: readonly PlainLine[], at: number, begins: boolean): number | null {
  const line = lines[at];
  if (!line || !begins) return null;
  if (line.kind === "marked") return isSignedHeading(line.text) && hasAlike(lines, at) ? null : 2;
  if (line.kind === "text") return standsApart(lines, at) && isEnglishHeading(line.text) ? 2 : null;
  if (!line.numbering || !looksLikeHeading(line.text)) return null;
  if (line.numbering.style === "letter" || line.numbering.style === "bracketed-letter") return null;
  if (line.numbering.style !== "chapter" && isListItem(lines, at)) return null;
  return line.numbering.level;
}

function hasAlike(lines: readonly PlainLine[], at: number): boolean {
  const sign = lines[at]?.text.charAt(0);
  return [lines[at - 1], lines[at + 1]].some(
    (line) => line?.kind === "marked" && isSignedHeading(line.text) && line.text.charAt(0) === sign,
  );
}

/** Columns. A shorter line may be an address or a name. */
const LEAST_PROSE = 40;

/**
 * Whether a line has blank ones around it and prose or a list behind them. Lines that end no sentence one below the other are
 * an address or a signature, and a name right below the title is who wrote it.
 */
function standsApart(lines: readonly PlainLine[], at: number): boolean {
  if ((lines[at - 1]?.kind ?? "blank") !== "blank" || lines[at + 1]?.kind !== "blank") return false;
  const before = lineFrom(lines, at - 1, -1);
  const isFirst = before !== null && lineFrom(lines, before - 1, -1) === null;
  const above = before === null ? undefined : lines[before];
  if (isFirst && NAMES.test(lines[at]?.text ?? "")) return false;
  if (above?.kind === "text" && !isFirst && above.width < LEAST_PROSE && !endsSentence(above.text))
    return false;
  const next = lines[lineFrom(lines, at + 1, 1) ?? -1];
  if (next?.kind === "bullet" || next?.kind === "numbered") return true;
  return next?.kind === "text" && (next.width >= LEAST_PROSE || endsSentence(next.text));
}

/** Two to four words that all begin with a capital. */
const NAMES = /^\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,3}$/u;

/** The index of the first line from `at` on, downwards or upwards, that is not blank. */
function lineFrom(lines: readonly PlainLine[], at: number, step: 1 | -1): number | null {
  let found = at;
  while (lines[found]?.kind === "blank") found += step;
  return lines[found] ? found : null;
}

/** Whether a numbered line has a neighbour numbered alike, wrapped and nested lines (indented deeper) left aside. */
export function isListItem(lines: readonly PlainLine[], at: number): boolean {
  return isNumberedAlike(lines, at, 1) || isNumberedAlike(lines, at, -1);
}

function isNumberedAlike(lines: readonly PlainLine[], from: number, step: 1 | -1): boolean {
  const origin = lines[from];
  if (!origin?.numbering) return false;
  for (let at = from + step; ; at += step) {
    const line = lines[at];
    if (!line || line.kind === "blank") return false;
    if (line.indent > origin.indent) continue;
    return line.indent === origin.indent && line.numbering?.style === origin.numbering.style;
  }
}
