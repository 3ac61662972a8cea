import type { AnchorRange } from "#domain/anchor.ts";
import { resolve } from "#domain/anchoring/resolve.ts";
import { candidatesOf, carriedClaims, sameWords } from "#domain/carried-claims.ts";
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
