import { written } from "#domain/raised-text.ts";
import type { InlinePiece } from "./inline.ts";
import { pushAll } from "./push-all.ts";

/** The pieces with raised and lowered text written so that it can't run into its neighbours. */
export function withWrittenScripts(pieces: readonly InlinePiece[]): InlinePiece[] {
  if (!pieces.some(({ script }) => script)) return [...pieces];
  const out: InlinePiece[] = [];
  const beginnings = beginningsOf(pieces);
  for (let at = 0; at < pieces.length; ) {
    const first = pieces[at];
    if (!first?.script || first.isWritten) {
      if (first) out.push(first);
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < pieces.length && isSame(pieces[end], first)) end += 1;
    pushAll(out, rewritten(pieces.slice(at, end), first.script, beginnings[end] ?? ""));
    at = end;
  }
  return out;
}

const isSame = (piece: InlinePiece | undefined, { script, struck }: InlinePiece): boolean =>
  piece?.script === script && piece?.struck === struck;

/** Two raised pieces side by side are one: Word writes a word as many runs. Each keeps what is said of it. */
function rewritten(
  run: readonly InlinePiece[],
  script: NonNullable<InlinePiece["script"]>,
  next: string,
): InlinePiece[] {
  const { before, text, after } = written(run.map((piece) => piece.text).join(""), script, next);
  const characters = [...text];
  let at = 0;
  const out = run.map((piece) => {
    const length = [...piece.text].length;
    const part = characters.slice(at, at + length).join("");
    at += length;
    return { ...piece, text: part };
  });
  const [first] = out;
  const last = out.at(-1);
  if (first) first.text = before + first.text;
  if (last) last.text += after;
  return out;
}

/** What the text from each piece on begins with, up to a few characters. Struck words do not count: they are no part of it. */
function beginningsOf(pieces: readonly InlinePiece[]): string[] {
  const beginnings: string[] = [];
  let next = "";
  for (let at = pieces.length - 1; at >= 0; at -= 1) {
    const piece = pieces[at];
    if (piece && !piece.struck && piece.text !== "") next = piece.text.slice(0, 2);
    beginnings[at] = next;
  }
  return beginnings;
}
