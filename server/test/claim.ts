import { isPlaced, type PlacedAnchor } from "#domain/anchor.ts";
import type { Claim } from "#domain/claim.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { type CreateClaimInput, createClaim } from "#server/commands/create-claim.ts";
import { makeActor } from "./actor.ts";
import { bulletId, makeArticle } from "./article.ts";

/** Where a claim stands; throws where it has no place. */
export function placeOf({ anchor }: Pick<Claim, "anchor">): PlacedAnchor {
  if (!isPlaced(anchor)) throw new Error(`The claim on ${anchor.exact} has no place`);
  return anchor;
}

/** A claim on the first bullet of an article of its own; `wanted` overrides any field, `by` who marks it. */
export async function makeClaim(wanted: Partial<CreateClaimInput> & { by?: Actor } = {}): Promise<Claim> {
  const { by = await makeActor(), ...fields } = wanted;
  const needsArticle = fields.articleId === undefined || fields.target === undefined;
  const article = needsArticle ? await makeArticle({ by }) : null;
  return await createClaim(by, {
    articleId: article?.id ?? "",
    target: { blockId: article ? bulletId(article) : "" },
    ...fields,
  });
}
