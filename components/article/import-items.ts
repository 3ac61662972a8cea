import type { SourceBox } from "#domain/block.ts";
import type { EditedPiece, OutReason } from "#domain/edited-pieces.ts";
import type { EditKey } from "#domain/import-edit.ts";

/**
 * What stands as one thing in the preview: a block, a table, or blocks that are left out together and are folded. `key` is
 * the name of its first block.
 */
export type ImportItem =
  | { type: "block"; key: EditKey; pieces: [EditedPiece] }
  | { type: "table"; key: EditKey; pieces: EditedPiece[] }
  | { type: "fold"; key: EditKey; pieces: EditedPiece[]; why: OutReason };

/** The blocks of a preview in the order of the text, put together where they stand as one. */
export function itemsOf(pieces: readonly EditedPiece[]): ImportItem[] {
  const items: ImportItem[] = [];
  let last: EditedPiece | null = null;
  for (const piece of pieces) {
    const open = items.at(-1);
    if (open && open.type !== "block" && last && standTogether(last, piece)) open.pieces.push(piece);
    else items.push(itemOf(piece));
    last = piece;
  }
  return items;
}

function itemOf(piece: EditedPiece): ImportItem {
  const { key, block, out } = piece;
  if (out !== null) return { type: "fold", key, pieces: [piece], why: out };
  return block.kind === "cell"
    ? { type: "table", key, pieces: [piece] }
    : { type: "block", key, pieces: [piece] };
}

function standTogether(a: EditedPiece, b: EditedPiece): boolean {
  if (a.out !== b.out) return false;
  if (a.out !== null && a.out !== "by_hand") return groupOf(a.key) === groupOf(b.key);
  const table = a.block.details?.cell?.table;
  return a.block.kind === "cell" && b.block.kind === "cell" && table === b.block.details?.cell?.table;
}

/** `o3.1` is of the left-out group `o3`. */
const groupOf = (key: EditKey): string => key.split(".")[0] ?? key;

/** The item in which a block is; null where it is in none any more. */
export const itemWith = (items: readonly ImportItem[], key: EditKey): ImportItem | null =>
  items.find(({ pieces }) => pieces.some((piece) => piece.key === key)) ?? null;

/** A place that a person should look at: code points in its block's text, end exclusive. */
export interface UnsurePlace {
  key: EditKey;
  start: number;
  end: number;
  /** Where it stands on the picture it was read from; null where nobody says. */
  box: SourceBox | null;
}

/** All that a machine read and nobody has compared yet, in the order of the text. */
export const unsurePlaces = (pieces: readonly EditedPiece[]): UnsurePlace[] =>
  pieces.flatMap(({ key, block, out }) =>
    out !== null
      ? []
      : (block.details?.marks ?? []).flatMap((mark) =>
          mark.type === "unsure" ? [{ key, start: mark.start, end: mark.end, box: mark.box ?? null }] : [],
        ),
  );

/** Of `places`, the one behind `after`, or the first of all where there is none behind it. */
export function nextUnsure(
  places: readonly UnsurePlace[],
  order: readonly EditKey[],
  after: { key: EditKey; start: number } | null,
): UnsurePlace | null {
  if (after === null) return places[0] ?? null;
  const rank = new Map(order.map((key, index) => [key, index]));
  const from = rank.get(after.key) ?? 0;
  const isBehind = ({ key, start }: UnsurePlace) => {
    const at = rank.get(key) ?? 0;
    return at > from || (at === from && start > after.start);
  };
  return places.find(isBehind) ?? places[0] ?? null;
}
