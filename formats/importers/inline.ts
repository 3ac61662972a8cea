import type { BlockMark } from "#domain/block.ts";
import type { Script } from "#domain/raised-text.ts";
import { type Letter, visualLines } from "./inline-lines.ts";
import { marksOver } from "./inline-marks.ts";
import { withWrittenScripts } from "./inline-scripts.ts";
import { isBlank, isStruckSign, resolveStruck, withStruckAside } from "./inline-struck.ts";
import { withoutInvisible, withoutStrays } from "./invisible.ts";

/**
 * A break that the source shows, in the text of a piece: it stays a line feed of the block (decision 021). A line feed in a
 * piece is a mere wrap of the source's own lines, which is joined by script.
 */
export const SHOWN_BREAK = "\u2028";

/** A stretch of running text and what is said of it. */
export interface InlinePiece {
  text: string;
  link?: string | undefined;
  ruby?: string | undefined;
  note?: string | undefined;
  script?: Script | undefined;
  /** Its text is what `written` of `domain/raised-text.ts` made of it already. */
  isWritten?: boolean | undefined;
  inserted?: boolean | undefined;
  /** Struck out: it stays beside the text (`BlockMark` of type `struck`). */
  struck?: boolean | undefined;
}

/** A block's text, in which shown breaks are line feeds, and its marks, in code points. */
export interface InlineLine {
  text: string;
  marks: BlockMark[];
}

/**
 * The blocks that running text makes: one for each stretch between blank lines that the source shows. What is blank, or
 * was struck as a whole, is none.
 */
export function linesOf(pieces: readonly InlinePiece[]): InlineLine[] {
  const blocks: Letter[][][] = [[]];
  for (const line of shownLines(pieces)) {
    if (line.length > 0) blocks.at(-1)?.push(line);
    else if (blocks.at(-1)?.length !== 0) blocks.push([]);
  }
  return blocks.map(blockOf).filter(({ text }) => text !== "");
}

/** All pieces as one block; blank lines between them do not part it. */
export function oneLineOf(pieces: readonly InlinePiece[]): InlineLine {
  return blockOf(shownLines(pieces).filter((line) => line.length > 0));
}

function shownLines(pieces: readonly InlinePiece[]): Letter[][] {
  const clean = pieces.map((piece) => ({ ...piece, text: seenOf(piece.text) }));
  return visualLines(withStruckAside(withWrittenScripts(clean)));
}

/** What of a piece's text stands in its block. Whoever counts strays has done so before; here they only must not stand for our own signs. */
export const seenOf = (text: string): string => withoutInvisible(withoutStrays(text).text);

function blockOf(lines: readonly Letter[][]): InlineLine {
  const letters: Letter[] = [];
  let waiting: Letter[] = [];
  for (const line of lines) {
    // Struck words that have a line of their own stand beside the next one.
    if (line.every((letter) => isStruckSign(letter) || isBlank(letter))) {
      for (const letter of line) waiting.push(letter);
      continue;
    }
    if (letters.length > 0) letters.push({ character: "\n", of: null });
    for (const letter of waiting) letters.push(letter);
    for (const letter of line) letters.push(letter);
    waiting = [];
  }
  if (letters.length === 0) return { text: "", marks: [] };
  for (const letter of waiting) letters.push(letter);
  const { letters: plain, marks: struck } = resolveStruck(letters);
  const text = plain.map(({ character }) => character).join("");
  const marks = [...marksOver(plain), ...struck];
  return { text, marks: marks.sort((one, other) => one.start - other.start) };
}
