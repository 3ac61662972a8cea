import type { Anchor } from "#domain/anchor.ts";
import { codePoints } from "#domain/offset.ts";
import type { Anchor as AnchorRow } from "#prisma/generated/client.ts";

export const anchorView = (row: AnchorRow): Anchor => ({
  revisionId: row.revisionId,
  blockId: row.blockId,
  start: codePoints(row.start),
  end: codePoints(row.end),
  exact: row.exact,
  prefix: row.prefix,
  suffix: row.suffix,
  state: row.state,
});
