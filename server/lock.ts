import { Refusal } from "#domain/error.ts";
import type { Claim } from "#prisma/generated/client.ts";
import type { Db } from "#server/db.ts";

/**
 * Commands lock in one order everywhere: the article, then the claim, then what hangs on it. The article's lock alone
 * puts its writers in a row, so that two commands never wait for each other in a circle.
 */
export async function lockArticle(tx: Db, articleId: string): Promise<void> {
  const rows = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 FROM "Article" WHERE id = ${articleId}::uuid FOR UPDATE`;
  if (rows.length === 0) throw new Refusal("NOT_FOUND");
}

/** Locks a claim and its article. A claim that was never there or was deleted is NOT_FOUND. */
export async function lockClaim(tx: Db, claimId: string): Promise<Claim> {
  const claim = await lockClaimEvenDeleted(tx, claimId);
  if (claim.deletedAt) throw new Refusal("NOT_FOUND");
  return claim;
}

/** As `lockClaim`, for bringing a deleted claim back. */
export async function lockClaimEvenDeleted(tx: Db, claimId: string): Promise<Claim> {
  // A claim never changes its article, so this may be read before the lock.
  const place = await tx.claim.findUnique({ where: { id: claimId }, select: { articleId: true } });
  if (!place) throw new Refusal("NOT_FOUND");
  await lockArticle(tx, place.articleId);
  await tx.$queryRaw`SELECT 1 FROM "Claim" WHERE id = ${claimId}::uuid FOR UPDATE`;
  return await tx.claim.findUniqueOrThrow({ where: { id: claimId } });
}
