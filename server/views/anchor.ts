import type { Anchor } from "#domain/anchor.ts";
import { codePoints } from "#domain/offset.ts";
import type { Anchor as AnchorRow } from "#prisma/generated/client.ts";

/** An anchor that has a place, as the database proves. */
export type PlacedAnchorRow = AnchorRow & {
  blockId: string;
  start: number;
  end: number;
  state: "exact" | "moved";
};

export const anchorView = (row: PlacedAnchorRow): Anchor => ({
  revisionId: row.revisionId,
  blockId: row.blockId,
  start: codePoints(row.start),
  end: codePoints(row.end),
  exact: row.exact,
  prefix: row.prefix,
  suffix: row.suffix,
  state: row.state,
});
