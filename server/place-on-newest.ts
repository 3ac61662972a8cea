import type { AnchorRange } from "#domain/anchor.ts";
import type { Block } from "#domain/block.ts";
import { candidatesOf, sameWords, wholeBlock } from "#domain/carried-claims.ts";
import type { ClaimTarget } from "#domain/claim.ts";
import { Refusal } from "#domain/error.ts";
import type { Revision } from "#domain/revision.ts";
import { type Db, db } from "#server/db.ts";
import { carryOne, resolveAside } from "#server/parsing/passages.ts";
import { placeClaim } from "#server/place-claim.ts";
import { loadNewestRevision, loadRevision } from "#server/reads/revision.ts";

/**
 * Where `target` stands in an article's newest revision. What was meant in an earlier one is carried, and goes on only
 * where it is the same passage beyond doubt; otherwise the refusal says whether its words stand somewhere. The article is
 * locked.
 */
export async function placeOnNewest(
  tx: Db,
  articleId: string,
  target: ClaimTarget,
  by: string,
): Promise<{ revision: Revision; range: AnchorRange }> {
  const revision = await loadNewestRevision(tx, articleId);
  const meantIn = target.revisionId ?? revision.id;
  if (meantIn === revision.id) return { revision, range: await placeClaim(revision, target, by) };
  const earlier = await loadRevision(tx, articleId, { id: meantIn });
  const range = await placeClaim(earlier, target, by);
  return { revision, range: await carriedRange(range, earlier, revision, by) };
}

/**
 * Looks for `target` before a command locks the article: in a long text that takes a while, in which nobody shall wait.
 * Whether it stands anywhere is told under the lock; only that too much is looked for already is told here.
 */
export async function placeAhead(articleId: string, target: ClaimTarget, by: string): Promise<void> {
  if ("blockId" in target && target.revisionId === undefined) return;
  try {
    await placeOnNewest(db(), articleId, target, by);
  } catch (error) {
    const isLater = error instanceof Refusal && error.code !== "TOO_MANY_REQUESTS" && error.code !== "BUSY";
    if (!isLater) throw error;
  }
}

/** `range` of an earlier revision in a later one; throws the refusal that says why it can't be told. */
export async function carriedRange(
  range: AnchorRange,
  earlier: Revision,
  later: Revision,
  by: string,
): Promise<AnchorRange> {
  const carried = await carryOne(range, earlier, later, by);
  if (carried?.after && (carried.outcome === "exact" || carried.outcome === "moved")) return carried.after;
  const { exact, prefix, suffix } = range;
  const places = candidatesOf(await resolveAside(later, { exact, prefix, suffix }, by));
  // Where only other words are offered, theirs is another claim.
  const alike = places.filter((place) => sameWords(place.exact, exact));
  if (alike.length === 0) throw new Refusal("ANCHOR_NOT_FOUND");
  const candidates = alike.map(({ exact: _exact, score: _score, ...place }) => place);
  throw new Refusal("ANCHOR_AMBIGUOUS", { candidates });
}

/**
 * The block of an article's newest revision that a person meant who saw it in `revisionId` (absent: the newest). Only the
 * same words count: ids of blocks are given anew in every revision. NOT_FOUND where there is no such block, and
 * ANCHOR_NOT_FOUND where its words went. The article is locked.
 */
export async function blockOnNewest(
  tx: Db,
  articleId: string,
  { blockId, revisionId }: { blockId: string; revisionId?: string | undefined },
  by: string,
): Promise<{ revision: Revision; block: Block }> {
  const revision = await loadNewestRevision(tx, articleId);
  const meantIn = revisionId === undefined || revisionId === revision.id ? revision : null;
  const seen = meantIn ?? (await loadRevision(tx, articleId, { id: revisionId ?? "" }));
  const block = seen.blocks.find(({ id }) => id === blockId);
  if (!block) throw new Refusal("NOT_FOUND");
  if (meantIn) return { revision, block };
  const range = await carriedRange(wholeBlock(block), seen, revision, by);
  const carried = revision.blocks.find(({ id }) => id === range.blockId);
  if (!carried || !sameWords(carried.text, block.text)) throw new Refusal("ANCHOR_NOT_FOUND");
  return { revision, block: carried };
}
