import { type BlockDetails, bulletSign, type ParsedBlock } from "./block.ts";
import { shifted } from "./edited-marks.ts";
import type { Piece } from "./edited-pieces.ts";
import type { EditedKind } from "./import-edit.ts";
import { betweenJoined } from "./join-by-hand.ts";
import { codePointLength } from "./offset.ts";

/** A heading of this level is the title, and there is one. */
const TITLE_LEVEL = 1;
const FIRST_SECTION = 2;

export const isTitle = ({ kind, level }: ParsedBlock): boolean => kind === "heading" && level === TITLE_LEVEL;

/** The title among `blocks`, as one line; null where there is none. */
export const titleAmong = (blocks: readonly ParsedBlock[]): string | null =>
  blocks.find(isTitle)?.text.replace(/\n/g, " ") ?? null;

/** What a reader sees before a block's text and is not part of it: a bullet's sign, a footnote's label. */
const shownBefore = ({ kind, details }: ParsedBlock): string | null => {
  if (kind === "bullet") return bulletSign(details);
  return kind === "footnote" ? (details?.label ?? null) : null;
};

/** Kind and level as a block has them. */
function made(kind: EditedKind, level: number | undefined): Pick<ParsedBlock, "kind" | "level"> {
  if (kind === "title") return { kind: "heading", level: TITLE_LEVEL };
  if (kind === "heading") return { kind, level: Math.max(FIRST_SECTION, level ?? FIRST_SECTION) };
  return { kind, level: kind === "bullet" ? (level ?? 1) : null };
}

/** `block` with what is shown before its text written into it, so that no word is lost where the kind shows none. */
export function withSignWritten(block: ParsedBlock): { block: ParsedBlock; prefix: string } {
  const sign = shownBefore(block);
  if (sign === null) return { block, prefix: "" };
  const between = betweenJoined(sign, block.text) === "\n" ? "\n" : " ";
  const prefix = `${sign}${between}`;
  return {
    block: { ...moved(block, prefix), details: plain(block.details, codePointLength(prefix)) },
    prefix,
  };
}

const moved = (block: ParsedBlock, prefix: string): ParsedBlock => ({
  ...block,
  text: prefix + block.text,
  ...(block.joins && { joins: block.joins.map((at) => at + codePointLength(prefix)) }),
});

/** Only the marks: what else a block has belongs to its kind. */
function plain(details: BlockDetails | undefined, by: number): BlockDetails | undefined {
  return details?.marks ? { marks: shifted(details.marks, by) } : undefined;
}

/** Makes a piece's block another kind. False where its kind can't change. */
export function changeKind(piece: Piece, kind: EditedKind, level: number | undefined): boolean {
  const { block, written } = piece;
  if (block.kind === "figure") return false;
  if (block.kind === "cell" && kind !== "paragraph" && kind !== "bullet") return false;
  const to = made(kind, level);
  if (to.kind === block.kind) {
    piece.block = { ...block, ...to };
    return true;
  }
  if (written && written.kind === to.kind) {
    piece.block = { ...withoutPrefix(block, written), ...to };
    piece.written = null;
    return true;
  }
  const { block: spelled, prefix } = withSignWritten(block);
  piece.block = { ...spelled, details: plain(spelled.details, 0), ...to };
  if (prefix !== "") piece.written = { kind: block.kind, prefix, details: block.details };
  return true;
}

function withoutPrefix(block: ParsedBlock, { prefix, details }: NonNullable<Piece["written"]>): ParsedBlock {
  const by = codePointLength(prefix);
  const marks = shifted(block.details?.marks ?? [], -by);
  const { marks: _, ...rest } = details ?? {};
  return {
    ...block,
    text: block.text.slice(prefix.length),
    details: { ...rest, ...(marks.length > 0 && { marks }) },
    ...(block.joins && { joins: block.joins.map((at) => at - by) }),
  };
}
