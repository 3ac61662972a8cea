import type { BlockMark } from "#domain/block.ts";
import { codePointLength } from "#domain/offset.ts";
import { joinLines } from "./join-lines.ts";

/** A stretch of running text and what is said of it. Line breaks of the source are LF. */
export interface InlinePiece {
  text: string;
  link?: string | undefined;
  ruby?: string | undefined;
  note?: string | undefined;
}

export interface InlineLine {
  text: string;
  marks: BlockMark[];
}

const MARKS = ["link", "ruby", "note"] as const;
const IS_BLANK = /^[\s\u0085\ufeff]*$/u;

/**
 * The lines of a block, one for each stretch between blank lines of the source, in which its line breaks are joined by
 * script. What is blank is no line.
 */
export function linesOf(pieces: readonly InlinePiece[]): InlineLine[] {
  const lines: InlineLine[] = [];
  let waiting: InlinePiece[] = [];
  const end = () => {
    const line = oneLineOf(waiting);
    if (line.text !== "") lines.push(line);
    waiting = [];
  };
  let isLineBlank = true;
  for (const piece of pieces)
    for (const [index, part] of piece.text
      .replace(/[\t\v\f\r\u0085\u2028\u2029]/g, " ")
      .split("\n")
      .entries()) {
      if (index > 0) {
        if (isLineBlank) end();
        else waiting.push({ text: "\n" });
        isLineBlank = true;
      }
      if (part === "") continue;
      isLineBlank &&= IS_BLANK.test(part);
      waiting.push({ ...piece, text: part });
    }
  end();
  return lines;
}

/** All pieces as one line, and their marks in it. */
export function oneLineOf(pieces: readonly InlinePiece[]): InlineLine {
  // Other breaks than LF are spaces: one character for another, so that no mark moves.
  const source = pieces
    .map(({ text }) => text)
    .join("")
    .replace(/[\v\f\r\u0085\u2028\u2029]/g, " ");
  const text = joinLines(source.split("\n"));
  const isBare = !pieces.some((piece) => MARKS.some((type) => piece[type] !== undefined));
  if (text === "" || isBare) return { text, marks: [] };
  const kept = keptOffsets(source, text);
  const marks: BlockMark[] = [];
  let at = 0;
  for (const piece of pieces) {
    const end = at + codePointLength(piece.text);
    for (const type of MARKS) addMark(marks, type, piece[type], kept[at] ?? 0, kept[end] ?? 0);
    at = end;
  }
  return { text, marks: marks.sort((one, other) => one.start - other.start) };
}

/** For every code point of `source` how many of `joined` stand before it: joining only takes white space away or adds it. */
function keptOffsets(source: string, joined: string): number[] {
  const wanted = [...joined];
  const kept: number[] = [];
  let at = 0;
  for (const character of source) {
    if (character !== "\n" && wanted[at] !== character && wanted[at] === " ")
      at += IS_BLANK.test(character) ? 0 : 1;
    kept.push(at);
    if (character !== "\n" && wanted[at] === character) at += 1;
  }
  kept.push(at);
  return kept;
}

const LONGEST = { link: 2048, ruby: 200, note: 20 } as const;

function addMark(
  marks: BlockMark[],
  type: (typeof MARKS)[number],
  value: string | undefined,
  start: number,
  end: number,
): void {
  if (value === undefined || value === "" || value.length > LONGEST[type] || start >= end) return;
  const last = marks.findLast((mark) => mark.type === type);
  // Word writes one link as many runs.
  if (type === "link" && last?.type === "link" && last.href === value && last.end === start) last.end = end;
  else if (type === "link") marks.push({ type, start, end, href: value });
  else if (type === "ruby") marks.push({ type, start, end, reading: value });
  else marks.push({ type, start, end, label: value });
}
