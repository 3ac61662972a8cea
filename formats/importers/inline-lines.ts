import type { InlinePiece } from "./inline.ts";
import { between } from "./join-lines.ts";

/** One code point of a line and the piece it came from; null for a space or break that joining put there. */
export interface Letter {
  character: string;
  of: InlinePiece | null;
}

/** Breaks that a reader sees: Unicode's separators, a vertical tab (Word's break within a paragraph), a form feed, NEL. */
const SHOWN = /[\v\f\u0085\u2028\u2029]/;
const SPACE = /[\s\u0085]/u;

/**
 * The lines a reader sees, each without white space at its ends; a blank one is empty. Within a line the wraps of the
 * source (line feeds) are joined by script.
 */
export function visualLines(pieces: readonly InlinePiece[]): Letter[][] {
  const lines: Letter[][] = [];
  let wrapped: Letter[][] = [[]];
  const end = () => {
    lines.push(joined(wrapped));
    wrapped = [[]];
  };
  for (const piece of pieces)
    for (const character of piece.text.replace(/\r\n?/g, "\n")) {
      if (SHOWN.test(character)) end();
      else if (character === "\n") wrapped.push([]);
      else wrapped.at(-1)?.push({ character, of: piece });
    }
  end();
  return lines;
}

function joined(wrapped: readonly Letter[][]): Letter[] {
  let line: Letter[] = [];
  for (const part of wrapped) {
    const next = trimmed(part);
    if (next.length === 0) continue;
    if (line.length === 0) {
      line = next;
      continue;
    }
    const space = between(textOf(line.slice(-3)), next[0]?.character ?? "");
    if (space !== "") line.push({ character: space, of: null });
    for (const letter of next) line.push(letter);
  }
  return line;
}

function trimmed(letters: Letter[]): Letter[] {
  let start = 0;
  let end = letters.length;
  while (start < end && isSpace(letters[start])) start += 1;
  while (end > start && isSpace(letters[end - 1])) end -= 1;
  return letters.slice(start, end);
}

const isSpace = (letter: Letter | undefined): boolean => letter !== undefined && SPACE.test(letter.character);

const textOf = (letters: readonly Letter[]): string => letters.map(({ character }) => character).join("");
