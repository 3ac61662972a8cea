import type { AnchorRange } from "#domain/anchor.ts";
import { resolve } from "#domain/anchoring/resolve.ts";
import type { Block } from "#domain/block.ts";
import { candidatesOf, carriedClaims, sameWords, wholeBlock } from "#domain/carried-claims.ts";
import type { ClaimTarget } from "#domain/claim.ts";
import { Refusal } from "#domain/error.ts";
import type { Revision } from "#domain/revision.ts";
import type { Db } from "#server/db.ts";
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
): Promise<{ revision: Revision; range: AnchorRange }> {
  const revision = await loadNewestRevision(tx, articleId);
  const meantIn = target.revisionId ?? revision.id;
  if (meantIn === revision.id) return { revision, range: placeClaim(revision, target) };
  const earlier = await loadRevision(tx, articleId, { id: meantIn });
  return { revision, range: carriedRange(placeClaim(earlier, target), earlier, revision) };
}

/** `range` of an earlier revision in a later one; throws the refusal that says why it can't be told. */
export function carriedRange(range: AnchorRange, earlier: Revision, later: Revision): AnchorRange {
  const [carried] = carriedClaims([range], earlier, later);
  if (carried?.after && (carried.outcome === "exact" || carried.outcome === "moved")) return carried.after;
  const { exact, prefix, suffix } = range;
  const places = candidatesOf(resolve(later.blocks, { exact, prefix, suffix }));
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
): Promise<{ revision: Revision; block: Block }> {
  const revision = await loadNewestRevision(tx, articleId);
  const meantIn = revisionId === undefined || revisionId === revision.id ? revision : null;
  const seen = meantIn ?? (await loadRevision(tx, articleId, { id: revisionId ?? "" }));
  const block = seen.blocks.find(({ id }) => id === blockId);
  if (!block) throw new Refusal("NOT_FOUND");
  if (meantIn) return { revision, block };
  const range = carriedRange(wholeBlock(block), seen, revision);
  const carried = revision.blocks.find(({ id }) => id === range.blockId);
  if (!carried || !sameWords(carried.text, block.text)) throw new Refusal("ANCHOR_NOT_FOUND");
  return { revision, block: carried };
}
