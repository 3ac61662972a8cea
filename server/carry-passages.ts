import type { AnchorRange } from "#domain/anchor.ts";
import { type BlockText, sameWords, wholeBlock } from "#domain/carried-claims.ts";
import { codePoints } from "#domain/offset.ts";
import type { Revision } from "#domain/revision.ts";
import type { Thread as ThreadRow } from "#prisma/generated/client.ts";
import type { Db } from "#server/db.ts";
import { carriedInDraft } from "#server/reads/known-drafts.ts";

interface Versions {
  draftId: string;
  base: Revision;
  revisionId: string;
  content: BlockText;
  /** The member for whom it is done. */
  by: string;
}

/** Lets the dismissals of bullets that went along unchanged stand in the new revision, and answers how many did. */
export async function carryDismissals(
  tx: Db,
  { draftId, base, revisionId, content, by }: Versions,
): Promise<number> {
  const rows = await tx.dismissal.findMany({ where: { revisionId: base.id }, orderBy: { createdAt: "asc" } });
  const blockOf = new Map(base.blocks.map((block) => [block.id, block]));
  const bullets = rows.flatMap((row) => {
    const block = blockOf.get(row.blockId);
    return block ? [{ row, block }] : [];
  });
  const ranges = bullets.map(({ block }) => wholeBlock(block));
  const { carried } = await carriedInDraft(draftId, { ranges }, base, content, by);
  const taken = new Set<string>();
  for (const [index, { row, block }] of bullets.entries()) {
    const after = carried[index]?.after;
    const to = after && content.blocks.find(({ id }) => id === after.blockId);
    if (to?.kind !== "bullet" || !sameWords(to.text, block.text) || taken.has(to.id)) continue;
    taken.add(to.id);
    const { articleId, reason, createdById, createdAt } = row;
    await tx.dismissal.create({
      data: { articleId, revisionId, blockId: to.id, reason, createdById, createdAt },
    });
  }
  return taken.size;
}

/**
 * Takes conversations about passages along to the new revision where the same words stand. All others stay at the
 * revision they were opened on. Answers how many went along, and how many stayed.
 */
export async function carryThreads(
  tx: Db,
  { draftId, base, revisionId, content, by }: Versions,
): Promise<{ carried: number; left: number }> {
  const rows = await tx.thread.findMany({ where: { revisionId: base.id } });
  const { carried: claims } = await carriedInDraft(
    draftId,
    { ranges: threadRanges(rows) },
    base,
    content,
    by,
  );
  let carried = 0;
  for (const [index, { id }] of rows.entries()) {
    const claim = claims[index];
    if (!claim?.after || (claim.outcome !== "exact" && claim.outcome !== "moved")) continue;
    await tx.thread.update({ where: { id }, data: { ...claim.after, revisionId } });
    carried += 1;
  }
  return { carried, left: rows.length - carried };
}

/** The bullets of a revision that were dismissed. */
export const dismissedRanges = (
  { blocks }: Revision,
  dismissals: readonly { blockId: string }[],
): AnchorRange[] => {
  const ids = new Set(dismissals.map(({ blockId }) => blockId));
  return blocks.filter(({ id }) => ids.has(id)).map(wholeBlock);
};

/** The passages that conversations are about; a check constraint has all of their columns given. */
export const threadRanges = (threads: readonly ThreadRow[]): AnchorRange[] =>
  threads.map(({ blockId, start, end, exact, prefix, suffix }) => ({
    blockId: blockId ?? "",
    start: codePoints(start ?? 0),
    end: codePoints(end ?? 0),
    exact: exact ?? "",
    prefix: prefix ?? "",
    suffix: suffix ?? "",
  }));
