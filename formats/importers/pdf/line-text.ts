import { type Script, written } from "#domain/raised-text.ts";
import type { InlinePiece } from "../inline.ts";
import { SPACELESS_LETTERS } from "../japanese-letters.ts";
import type { Line, Ruby, Run } from "./run.ts";

/** Letters between which no writer puts a space: as `join-lines.ts` has them, one by one. */
const SPACELESS = new RegExp(`[${SPACELESS_LETTERS}]`, "u");

/** In sizes of the letters: what is no space of a justified line, what is one. */
const SPACE_BETWEEN_WORDS = 0.3;
const SPACE_AMONG_SPACELESS = 0.8;

const SCRIPTS = { super: "raised", sub: "lowered" } as const satisfies Record<string, Script>;

/** One letter, or a space between two, with where it stands. */
interface Letter {
  text: string;
  /** Of the footnote it refers to. */
  note?: string | undefined;
  script?: Script | undefined;
  x0: number;
  x1: number;
}

/**
 * A line's text in pieces: those with a reading beside them, signs of footnotes, and the rest. `noteOf` knows which
 * footnote a raised sign of this line refers to, if any.
 */
export function piecesOf(line: Line, noteOf: (run: Run) => string | undefined): InlinePiece[] {
  const letters = lettersOf(line, noteOf);
  const pieces: InlinePiece[] = [];
  let at = 0;
  for (const ruby of [...line.rubies].sort((one, other) => one.x0 - other.x0)) {
    const [start, end] = baseOf(letters, ruby, at);
    if (start >= end) continue;
    pieces.push(...plainPieces(letters.slice(at, start)), {
      text: textOf(letters.slice(start, end)),
      ruby: ruby.text,
    });
    at = end;
  }
  pieces.push(...plainPieces(letters.slice(at)));
  return pieces.filter(({ text }) => text !== "");
}

function plainPieces(letters: readonly Letter[]): InlinePiece[] {
  const pieces: InlinePiece[] = [];
  for (const { text, note, script } of letters) {
    const last = pieces.at(-1);
    if (last && last.note === note && last.script === script) last.text += text;
    else pieces.push({ text, note, ...(script && { script, isWritten: true }) });
  }
  return pieces;
}

export const lineText = (line: Line): string => textOf(lettersOf(line)).trim();

const textOf = (letters: readonly Letter[]): string => letters.map((letter) => letter.text).join("");

function lettersOf(line: Line, noteOf: (run: Run) => string | undefined = () => undefined): Letter[] {
  const letters: Letter[] = [];
  let before: Run | null = null;
  const words = charactersOf(line.runs, line.size);
  for (const [at, run] of line.runs.entries()) {
    const characters = words[at] ?? [];
    if (before && isSpaceBetween(before, run, line.size))
      letters.push({ text: " ", x0: before.x1, x1: run.x0 });
    const note = noteOf(run);
    const width = (run.x1 - run.x0) / Math.max(1, characters.length);
    for (const [index, text] of characters.entries())
      letters.push({
        text,
        note,
        script: run.script && SCRIPTS[run.script],
        x0: run.x0 + width * index,
        x1: run.x0 + width * (index + 1),
      });
    before = run;
  }
  return letters;
}

/**
 * The characters of each run of a line, with the signs that keep raised and lowered ones apart from their neighbours. Several
 * runs that are raised side by side are one word.
 */
function charactersOf(runs: readonly Run[], size: number): string[][] {
  const all: string[][] = [];
  for (let from = 0; from < runs.length; ) {
    const first = runs[from] as Run;
    let to = from + 1;
    while (first.script && to < runs.length && isOneWord(runs[to - 1] as Run, runs[to] as Run, size)) to += 1;
    for (const part of first.script ? writtenWord(runs, { from, to, size }, first.script) : [[...first.text]])
      all.push(part);
    from = to;
  }
  return all;
}

const isOneWord = (left: Run, right: Run, size: number): boolean =>
  left.script === right.script && !isSpaceBetween(left, right, size);

/** The runs from `from` to before `to`, which are one raised or lowered word. */
function writtenWord(
  runs: readonly Run[],
  { from, to, size }: { from: number; to: number; size: number },
  script: NonNullable<Run["script"]>,
): string[][] {
  const word = runs.slice(from, to);
  const after = runs[to];
  const next = after && !isSpaceBetween(runs[to - 1] as Run, after, size) ? after.text : "";
  const found = written(word.map(({ text }) => text).join(""), SCRIPTS[script], next);
  const characters = [...found.text];
  let at = 0;
  const parts = word.map(({ text }) => {
    const begins = at;
    at += [...text].length;
    return characters.slice(begins, at);
  });
  const [head] = parts;
  const tail = parts.at(-1);
  if (head?.[0] !== undefined) head[0] = found.before + head[0];
  if (tail && tail.length > 0) tail.push((tail.pop() ?? "") + found.after);
  return parts;
}

function isSpaceBetween(before: Run, run: Run, size: number): boolean {
  const last = before.text.at(-1) ?? "";
  const first = run.text.charAt(0);
  if (last === " " || first === " " || last === "\u3000" || first === "\u3000") return false;
  const gap = run.x0 - before.x1;
  if (SPACELESS.test(last) || SPACELESS.test(first)) return gap > size * SPACE_AMONG_SPACELESS;
  return (run.hasSpaceBefore && !run.script) || gap > size * SPACE_BETWEEN_WORDS;
}

/** Where the letters under a reading begin and end. */
function baseOf(letters: readonly Letter[], ruby: Ruby, from: number): [number, number] {
  const isUnder = ({ text, x0, x1 }: Letter) => {
    const middle = (x0 + x1) / 2;
    return /\S/u.test(text) && middle > ruby.x0 - (x1 - x0) * 0.25 && middle < ruby.x1 + (x1 - x0) * 0.25;
  };
  const start = letters.findIndex((letter, index) => index >= from && isUnder(letter));
  if (start === -1) return [from, from];
  let end = start;
  while (end < letters.length && isUnder(letters[end] ?? { text: "", x0: 0, x1: 0 })) end += 1;
  return [start, end];
}
