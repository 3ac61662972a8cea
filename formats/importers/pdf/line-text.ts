import { type Script, written } from "#domain/raised-text.ts";
import type { InlinePiece } from "../inline.ts";
import { SPACELESS_LETTERS } from "../japanese-letters.ts";
import { basesOf } from "./ruby-bases.ts";
import type { Line, Run } from "./run.ts";

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
  for (const { from, to, reading } of basesOf(letters, line.rubies)) {
    addPlain(pieces, letters.slice(at, from));
    pieces.push({ text: textOf(letters.slice(from, to)), ruby: reading });
    at = to;
  }
  addPlain(pieces, letters.slice(at));
  return pieces.filter(({ text }) => text !== "");
}

function addPlain(pieces: InlinePiece[], letters: readonly Letter[]): void {
  let open: InlinePiece | null = null;
  for (const { text, note, script } of letters) {
    if (open && open.note === note && open.script === script) open.text += text;
    else {
      open = { text, note, ...(script && { script, isWritten: true }) };
      pieces.push(open);
    }
  }
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
