import type { ImportNote, LeftOut } from "./article-import.ts";
import type { ParsedBlock } from "./block.ts";
import { changeKind, isTitle, withSignWritten } from "./edited-kind.ts";
import { holdsTogether, type Stretch, shifted } from "./edited-marks.ts";
import { type EditedPiece, type Piece, Pieces } from "./edited-pieces.ts";
import { compared, corrected, kindOfSecond, partOf, withMarks } from "./edited-text.ts";
import { isCharacterEdge } from "./grapheme.ts";
import { type EditMisfit, type ImportEdit, splitKey } from "./import-edit.ts";
import { betweenJoined } from "./join-by-hand.ts";
import { codePointLength, codePoints, toUtf16 } from "./offset.ts";

/** What hand edits are made on: what an importer understood. */
export interface EditableArticle {
  blocks: readonly ParsedBlock[];
  leftOut?: readonly LeftOut[] | undefined;
  notes: readonly ImportNote[];
}

export interface EditedArticle {
  /** Every block in reading order, those that are left out as well. */
  pieces: EditedPiece[];
  /** The first operation that can't be done, and why; none behind it was done. Null where all were. */
  unfit: { index: number; why: EditMisfit } | null;
}

/** A block with more marks than this would lose some when it is stored (`settledMarks`). */
const MOST_MARKS = 1000;
/** In characters, marks and blocks looked at: no person's edits come near, and a minute of a server's time is not to be had. */
const MOST_WORK = 20_000_000;
/** What a block costs that is only walked past. */
const STEP = 10;

/**
 * An article as it reads after hand edits, in their order. Answers the same for the same, never throws, and changes none
 * of its arguments. Words are lost by `leaveOut` only, and by what `correct` names; what is left passes `buildRevision`
 * wherever the article did.
 */
export function applyImportEdits(article: EditableArticle, edits: readonly ImportEdit[]): EditedArticle {
  const bench = new EditBench(article);
  for (const [index, edit] of edits.entries()) {
    const why = bench.do(edit, index);
    if (why) return { pieces: bench.pieces.all(), unfit: { index, why } };
  }
  return { pieces: bench.pieces.all(), unfit: null };
}

/** The blocks that are in the text. */
export const editedBlocks = ({ pieces }: Pick<EditedArticle, "pieces">): ParsedBlock[] =>
  pieces.flatMap(({ block, out }) => (out === null ? [block] : []));

/** Tells of blocks whether a machine read them from a picture: all of those pages say so, or one with unsure marks. */
export function machineReadTest(notes: readonly ImportNote[]): (block: ParsedBlock) => boolean {
  const note = notes.find(({ what }) => what === "machine_read");
  const pages = note?.pages && new Set(note.pages);
  return ({ place, details }) => {
    if (details?.marks?.some(({ type }) => type === "unsure")) return true;
    if (!note) return false;
    return pages === undefined || (place !== undefined && pages.has(place.page));
  };
}

class EditBench {
  readonly pieces: Pieces;
  /** Blocks that a machine read, also when nothing in them is unsure any more. */
  readonly #machineRead = new WeakSet<Piece>();
  readonly #lengths = new WeakMap<ParsedBlock, number>();
  #work = 0;

  constructor({ blocks, leftOut = [], notes }: EditableArticle) {
    this.pieces = new Pieces(blocks, leftOut);
    const isMachineRead = machineReadTest(notes);
    for (const { key, block } of this.pieces.all()) {
      const piece = isMachineRead(block) && this.pieces.get(key);
      if (piece) this.#machineRead.add(piece);
    }
  }

  do(edit: ImportEdit, index: number): EditMisfit | null {
    const piece = this.pieces.get(edit.block);
    if (!piece) return "no_block";
    if (edit.op === "takeBack") return this.#setOut(piece, edit.through, null);
    if (piece.out !== null) return "no_block";
    this.#work += 100 + (piece.block.details?.marks?.length ?? 0);
    if (this.#work > MOST_WORK) return "too_much";
    switch (edit.op) {
      case "leaveOut":
        return this.#setOut(piece, edit.through, "by_hand");
      case "setKind":
        return this.#setKind(piece, edit);
      case "join":
        return this.#join(piece, edit.keepsEdge ?? false);
      case "split":
        return this.#split(piece, edit.at, index);
      case "compared":
        return put(piece, compared(piece.block, edit.start ?? 0, edit.end ?? Number.POSITIVE_INFINITY));
      case "correct":
        this.#work += Math.min(edit.end, piece.block.text.length);
        return this.#machineRead.has(piece) ? put(piece, corrected(piece.block, edit)) : "not_machine_read";
    }
  }

  #setOut(first: Piece, through: string | undefined, out: "by_hand" | null): EditMisfit | null {
    const range = this.#range(first, through);
    if (!range) return this.#work > MOST_WORK ? "too_much" : "no_block";
    const touched = range.filter((piece) => (piece.out === null) !== (out === null));
    if (touched.length === 0) return "no_block";
    if (out !== null && touched.length === this.pieces.inText) return "nothing_left";
    for (const piece of touched) piece.out = out;
    this.pieces.inText += out === null ? touched.length : -touched.length;
    return null;
  }

  #range(first: Piece, through: string | undefined): Piece[] | null {
    if (through === undefined) return [first];
    const range: Piece[] = [];
    for (let piece: Piece | null = first; piece; piece = piece.next) {
      range.push(piece);
      this.#work += STEP;
      if (piece.key === through) return range;
      if (this.#work > MOST_WORK) return null;
    }
    return null;
  }

  #setKind(piece: Piece, { kind, level }: Extract<ImportEdit, { op: "setKind" }>): EditMisfit | null {
    for (const one of piece.block.kind === "cell" ? this.#tableOf(piece) : [piece])
      if (!changeKind(one, kind, level)) return "kind";
    if (kind === "title") this.#leaveOneTitle(piece);
    return null;
  }

  #tableOf(piece: Piece): Piece[] {
    const table = piece.block.details?.cell?.table;
    const isOfIt = ({ block }: Piece) => block.kind === "cell" && block.details?.cell?.table === table;
    let first = piece;
    while (first.before && isOfIt(first.before)) first = first.before;
    const cells: Piece[] = [];
    for (let cell: Piece | null = first; cell && isOfIt(cell); cell = cell.next) cells.push(cell);
    this.#work += cells.length * STEP;
    return cells;
  }

  #leaveOneTitle(title: Piece): void {
    for (let piece = this.pieces.first; piece; piece = piece.next) {
      this.#work += STEP;
      if (piece !== title && isTitle(piece.block)) changeKind(piece, "heading", undefined);
    }
  }

  #join(piece: Piece, keepsEdge: boolean): EditMisfit | null {
    let before = piece.before;
    while (before && before.out !== null) {
      before = before.before;
      this.#work += STEP;
    }
    if (!before) return "nothing_before";
    if (before.block.kind === "cell" || piece.block.kind === "cell" || piece.block.kind === "figure")
      return "kind";
    const { block: added } = withSignWritten(piece.block);
    const ours = before.block.details?.marks ?? [];
    const theirs = added.details?.marks ?? [];
    if (ours.length + theirs.length > MOST_MARKS) return "too_much";
    const { text, joins = [] } = before.block;
    this.#work += added.text.length + text.length / 16 + ours.length + joins.length;
    const between = keepsEdge ? "\n" : betweenJoined(text, added.text);
    const at = this.#lengthOf(before.block) + between.length;
    const joined = { ...before.block, text: text + between + added.text };
    before.block = withMarks(
      { ...joined, joins: [...joins, at, ...(added.joins ?? []).map((join) => join + at)] },
      [...ours, ...shifted(theirs, at)],
    );
    this.#lengths.set(before.block, at + this.#lengthOf(added));
    before.written = null;
    if (!this.#machineRead.has(piece)) this.#machineRead.delete(before);
    this.pieces.remove(piece);
    return null;
  }

  /** In code points. A block that grows line by line is not counted from its beginning each time. */
  #lengthOf(block: ParsedBlock): number {
    const known = this.#lengths.get(block);
    if (known !== undefined) return known;
    this.#work += block.text.length;
    const length = codePointLength(block.text);
    this.#lengths.set(block, length);
    return length;
  }

  #split(piece: Piece, at: number, index: number): EditMisfit | null {
    const { block } = piece;
    if (block.kind === "cell" || block.kind === "figure") return "kind";
    const marks = block.details?.marks ?? [];
    this.#work += Math.min(at, block.text.length);
    const cut = toUtf16(block.text, codePoints(at));
    if (at === 0 || !isCharacterEdge(block.text, cut) || holdsTogether(marks, at)) return "offset";
    const first = block.text.slice(0, cut).trimEnd();
    const second = block.text.slice(cut).trimStart();
    if (first === "" || second === "") return "offset";
    const length = this.#lengthOf(block);
    const head: Stretch = { from: 0, to: at - (cut - first.length), least: 0, most: at, text: first };
    // White space is one unit a character, so units trimmed are code points.
    const skipped = block.text.length - cut - second.length;
    const tail: Stretch = { from: at + skipped, to: length, least: at, most: length, text: second };
    piece.block = partOf(block, head);
    this.#lengths.set(piece.block, head.to);
    piece.written = null;
    const half = partOf({ ...block, ...kindOfSecond(block), details: { marks: [...marks] } }, tail);
    this.#lengths.set(half, length - tail.from);
    const made = this.pieces.insert({ key: splitKey(index), block: half, out: null }, piece);
    if (this.#machineRead.has(piece)) this.#machineRead.add(made);
    return null;
  }
}

function put(piece: Piece, edited: ParsedBlock | EditMisfit): EditMisfit | null {
  if (typeof edited === "string") return edited;
  piece.block = edited;
  piece.written = null;
  return null;
}
