import type { Anchor } from "#domain/anchor.ts";
import { codePoints } from "#domain/offset.ts";
import type { PastAnchor } from "#domain/revision.ts";
import type { Anchor as AnchorRow } from "#prisma/generated/client.ts";

/** An anchor in the newest revision of a claim that stands: `dropped` is none, as a dropped claim is taken away. */
export type StandingAnchorRow = Omit<AnchorRow, "state"> & { state: Exclude<AnchorRow["state"], "dropped"> };

/** Check constraints have block, start and end given or not as the state demands. */
export function anchorView(row: StandingAnchorRow): Anchor {
  const { revisionId, exact, prefix, suffix, blockId, start, end } = row;
  const words = { revisionId, exact, prefix, suffix };
  if (row.state === "needs_placing" || blockId === null || start === null || end === null)
    return { ...words, blockId: null, start: null, end: null, state: "needs_placing" };
  const placed = { ...words, blockId, start: codePoints(start), end: codePoints(end) };
  return row.state === "changed"
    ? { ...placed, state: row.state, was: row.was ?? exact }
    : { ...placed, state: row.state };
}

/** An anchor in any revision. */
export function pastAnchorView(row: AnchorRow): PastAnchor {
  const { state, dropReason } = row;
  if (state !== "dropped") return anchorView({ ...row, state });
  const { revisionId, exact, prefix, suffix } = row;
  const nowhere = { blockId: null, start: null, end: null };
  return { revisionId, exact, prefix, suffix, ...nowhere, state, reason: dropReason ?? "removed" };
}
