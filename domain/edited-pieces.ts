import type { LeftOut } from "./article-import.ts";
import type { ParsedBlock } from "./block.ts";
import { type EditKey, leftOutKey, parsedKey } from "./import-edit.ts";

/** Why a block is not in the text: a kind of page furniture, or a person left it out. */
export type OutReason = LeftOut["why"] | "by_hand";

/** A block of a preview that is worked on. */
export interface EditedPiece {
  key: EditKey;
  block: ParsedBlock;
  /** Null where it is in the text. */
  out: OutReason | null;
}

/** As `EditedPiece`, with what only the work on it needs. */
export interface Piece extends EditedPiece {
  before: Piece | null;
  next: Piece | null;
  /** What was shown beside the text and was written into it when it became another kind, to be taken out again. */
  written: { kind: ParsedBlock["kind"]; prefix: string; details: ParsedBlock["details"] } | null;
}

/** The blocks of a preview in reading order, those that are left out among them; by name, with their neighbours. */
export class Pieces {
  readonly #byKey = new Map<EditKey, Piece>();
  #first: Piece | null = null;
  /** How many are in the text. */
  inText = 0;

  constructor(blocks: readonly ParsedBlock[], leftOut: readonly LeftOut[]) {
    let last: Piece | null = null;
    const add = (key: EditKey, block: ParsedBlock, out: OutReason | null) => {
      last = this.insert({ key, block, out }, last);
    };
    const groups = [...leftOut.entries()];
    const due = groupsByPlace(groups, blocks.length);
    for (let index = 0; index <= blocks.length; index += 1) {
      for (const [group, { why, blocks: out }] of due.get(index) ?? [])
        for (const [at, block] of out.entries()) add(leftOutKey(group, at), block, why);
      const block = blocks[index];
      if (block) add(parsedKey(index), block, null);
    }
  }

  get(key: EditKey): Piece | null {
    return this.#byKey.get(key) ?? null;
  }

  /** Puts a block behind `before`, or first. */
  insert(piece: EditedPiece, before: Piece | null): Piece {
    const next = before ? before.next : this.#first;
    const made: Piece = { ...piece, before, next, written: null };
    if (before) before.next = made;
    else this.#first = made;
    if (next) next.before = made;
    this.#byKey.set(piece.key, made);
    if (piece.out === null) this.inText += 1;
    return made;
  }

  /** Takes a block away whose words are another's now. */
  remove(piece: Piece): void {
    if (piece.before) piece.before.next = piece.next;
    else this.#first = piece.next;
    if (piece.next) piece.next.before = piece.before;
    this.#byKey.delete(piece.key);
    if (piece.out === null) this.inText -= 1;
  }

  get first(): Piece | null {
    return this.#first;
  }

  all(): EditedPiece[] {
    const all: EditedPiece[] = [];
    for (let piece = this.#first; piece; piece = piece.next) {
      const { key, block, out } = piece;
      all.push({ key, block, out });
    }
    return all;
  }
}

function groupsByPlace(
  groups: readonly [number, LeftOut][],
  length: number,
): Map<number, [number, LeftOut][]> {
  const due = new Map<number, [number, LeftOut][]>();
  for (const group of groups) {
    const at = Math.min(group[1].before, length);
    const open = due.get(at);
    if (open) open.push(group);
    else due.set(at, [group]);
  }
  return due;
}
