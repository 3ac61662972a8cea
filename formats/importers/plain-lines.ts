import { bulletOf, quotationText } from "./bullet-marks.ts";
import { indentOf, splitLines, trimLine } from "./lines.ts";
import { endsSentence, isMarkedHeading, looksLikeHeading, numberingOf } from "./plain-headings.ts";

/** One line of plain text and what it is by itself; `text` is without white space at its ends and without its mark. */
export interface PlainLine {
  kind: "blank" | "text" | "bullet" | "quotation" | "numbered" | "marked" | "rule";
  text: string;
  /** Half-width columns. */
  indent: number;
  /** How a numbered line is numbered, and the level it would have as a heading. */
  numbering: { style: string; level: number } | null;
  /** The number a bullet's mark was. */
  ordinal: number | null;
  /** Whether Japanese indents it as a new paragraph: by exactly one full-width space. */
  opensParagraph: boolean;
}

/** `---`, `＊＊＊`, `=====`: a line drawn between parts. It stands alone, so that no neighbour runs into it. */
const RULE = /^([-*_=~#・＊－―─━＝※☆★…◇◆■])(?:\s*\1){2,}$/u;

/** UTF-16 units. A longer one is text; the bound also keeps the pattern's repetition off the engine's stack. */
const LONGEST_RULE = 200;

export function plainLines(text: string): PlainLine[] {
  return splitLines(text).map(plainLine);
}

function plainLine(raw: string): PlainLine {
  const line = trimLine(raw);
  const indent = line === "" ? 0 : indentOf(raw);
  const opensParagraph = /^\u3000(?!\s)/.test(raw);
  const like = (kind: PlainLine["kind"], text = line): PlainLine => ({
    kind,
    text,
    indent,
    numbering: null,
    ordinal: null,
    opensParagraph,
  });
  if (line === "") return like("blank");
  if (line.length <= LONGEST_RULE && RULE.test(line)) return like("rule");
  const quotation = quotationText(line);
  if (quotation !== null) return like("quotation", quotation);
  const bullet = bulletOf(line);
  if (bullet) return { ...like("bullet", bullet.text), ordinal: bullet.ordinal };
  if (isMarkedHeading(line)) return like("marked");
  const numbering = numberingOf(line);
  return numbering ? { ...like("numbered"), numbering } : like("text");
}

/**
 * The level of the heading that the line at `at` is, or null.
 *
 * A numbered line is a heading when it is no sentence and no numbered line of the same style stands next to it: lines
 * numbered one after another without a blank line between them are a list. A chapter (第1章) is never a list item.
 * Both kinds must begin a block: a wrapped line that happens to begin with `2.` or to read まとめ is no heading.
 */
export function headingLevelAt(lines: readonly PlainLine[], at: number): number | null {
  const line = lines[at];
  if (!line || !beginsBlock(lines, at)) return null;
  if (line.kind === "marked") return 2;
  if (!line.numbering || !looksLikeHeading(line.text)) return null;
  if (line.numbering.style !== "chapter" && isListItem(lines, at)) return null;
  return line.numbering.level;
}

function beginsBlock(lines: readonly PlainLine[], at: number): boolean {
  const previous = lines[at - 1];
  return previous?.kind !== "text" || endsSentence(previous.text);
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
