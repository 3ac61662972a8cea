import { NOTE_WORDS } from "#domain/article-import.ts";
import type { BlockMark } from "#domain/block.ts";
import { cutText } from "./cut-text.ts";
import type { InlinePiece } from "./inline.ts";
import type { Letter } from "./inline-lines.ts";

/** Holds the place of struck words until the text around them is known: a noncharacter, which no text has. */
const SIGN = "\ufdd0";
/** In UTF-16 units, as `blockMarkSchema` counts them. */
const LONGEST = 500;

/** The place of struck words. `words` are what was struck, in one line. */
interface StruckPiece extends InlinePiece {
  words: string;
}

export const isStruckSign = ({ character }: Letter): boolean => character === SIGN;

/** Pieces in which each run of struck ones is a sign of its place. Struck white space is nothing. */
export function withStruckAside(pieces: readonly InlinePiece[]): InlinePiece[] {
  const out: InlinePiece[] = [];
  let words = "";
  const end = () => {
    const line = inOneLine(words);
    if (line !== "") out.push({ text: SIGN, words: cutText(line, LONGEST) } as StruckPiece);
    words = "";
  };
  for (const piece of pieces) {
    if (piece.struck) words += piece.text;
    else {
      end();
      out.push(piece);
    }
  }
  end();
  return out;
}

/** The words that were struck in these pieces, as a note names them. */
export const struckWords = (pieces: readonly InlinePiece[]): string[] =>
  withStruckAside(pieces)
    .filter((piece): piece is StruckPiece => "words" in piece)
    .map(({ words }) => cutText(words, NOTE_WORDS.length));

const inOneLine = (words: string): string => words.replace(/[\s\u2028\u2029]+/gu, " ").trim();

/**
 * The letters without signs of struck words, and the marks that say where those stood: over a space that keeps their two
 * neighbours apart, or over the first or last character of a line.
 */
export function resolveStruck(letters: readonly Letter[]): { letters: Letter[]; marks: BlockMark[] } {
  if (!letters.some(isStruckSign)) return { letters: [...letters], marks: [] };
  const out: Letter[] = [];
  const marks: BlockMark[] = [];
  for (let at = 0; at < letters.length; ) {
    const letter = letters[at];
    if (!letter || !isStruckSign(letter)) {
      if (letter) out.push(letter);
      at += 1;
      continue;
    }
    let end = at + 1;
    while (isBlank(letters[end]) || isSign(letters[end])) end += 1;
    // The blanks behind the last of them are white space of the text.
    while (isBlank(letters[end - 1])) end -= 1;
    const words = wordsOf(letters.slice(at, end));
    const isFirst = isEdge(out.at(-1));
    // Words on both sides have one space between them, and a line none at its ends.
    if (isFirst || isBlank(out.at(-1))) while (isBlank(letters[end])) end += 1;
    const isLast = isEdge(letters[end]);
    if (isLast) while (isBlank(out.at(-1)) && (marks.at(-1)?.end ?? 0) < out.length) out.pop();
    const isApart = isFirst || isLast || isBlank(out.at(-1)) || isBlank(letters[end]);
    if (!isApart) out.push({ character: " ", of: null });
    const onLast = !isFirst && (isLast || isBlank(out.at(-1)));
    const start = onLast ? lastStart(out) : out.length;
    const length = onLast ? out.length - start : clusterLength(letters, end);
    marks.push({ type: "struck", start, end: start + length, words, side: isLast ? "after" : "before" });
    at = end;
  }
  return { letters: out, marks };
}

const wordsOf = (signs: readonly Letter[]): string =>
  cutText(
    signs
      .filter(isStruckSign)
      .map(({ of }) => (of as StruckPiece).words)
      .join(" "),
    LONGEST,
  );

export const isBlank = (letter: Letter | undefined): boolean =>
  letter !== undefined && letter.character !== "\n" && /[\s\u0085]/u.test(letter.character);
const isSign = (letter: Letter | undefined): boolean => letter !== undefined && isStruckSign(letter);
const isEdge = (letter: Letter | undefined): boolean => letter === undefined || letter.character === "\n";

/** Marks go along the edges of what a reader takes for one character. */
const CLUSTER = new Intl.Segmenter("und", { granularity: "grapheme" });
/** More code points than any cluster of a text has. */
const LONGEST_CLUSTER = 32;

function lastStart(letters: readonly Letter[]): number {
  const tail = letters.slice(-LONGEST_CLUSTER).map(({ character }) => character);
  const last = [...CLUSTER.segment(tail.join(""))].at(-1)?.segment ?? "";
  return letters.length - Math.max(1, [...last].length);
}

function clusterLength(letters: readonly Letter[], from: number): number {
  const head = letters.slice(from, from + LONGEST_CLUSTER).map(({ character }) => character);
  const [first] = CLUSTER.segment(head.join(""));
  return Math.max(1, [...(first?.segment ?? "")].length);
}
