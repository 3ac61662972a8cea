import { Refusal } from "#domain/error.ts";
import type { Claim, Comment, Evidence, Source, Thread } from "#prisma/generated/client.ts";
import { noteRead } from "#server/as-of.ts";
import type { Db } from "#server/db.ts";

/**
 * Commands lock in one order everywhere: the article, then the claim, then what hangs on it. The article's lock alone
 * puts its writers in a row, so that two commands never wait for each other in a circle.
 */
export async function lockArticle(tx: Db, articleId: string): Promise<void> {
  const [article] = await tx.$queryRaw<{ eventSeq: number }[]>`
    SELECT "eventSeq" FROM "Article" WHERE id = ${articleId}::uuid FOR UPDATE`;
  if (!article) throw new Refusal("NOT_FOUND");
  noteRead(article.eventSeq);
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

/** Locks a piece of evidence, its claim and its article. NOT_FOUND where one of them is not there any more. */
export async function lockEvidence(
  tx: Db,
  evidenceId: string,
): Promise<{ evidence: Evidence; claim: Claim }> {
  const locked = await lockEvidenceEvenRemoved(tx, evidenceId);
  if (locked.evidence.removedAt) throw new Refusal("NOT_FOUND");
  return locked;
}

/** As `lockEvidence`, for bringing removed evidence back. */
export async function lockEvidenceEvenRemoved(
  tx: Db,
  evidenceId: string,
): Promise<{ evidence: Evidence; claim: Claim }> {
  const place = await tx.evidence.findUnique({ where: { id: evidenceId }, select: { claimId: true } });
  if (!place) throw new Refusal("NOT_FOUND");
  const claim = await lockClaim(tx, place.claimId);
  return { claim, evidence: await tx.evidence.findUniqueOrThrow({ where: { id: evidenceId } }) };
}

/** Locks a conversation's article. NOT_FOUND where there is none, or where its claim was deleted. */
export async function lockThread(tx: Db, threadId: string): Promise<Thread> {
  // A thread never changes its article, so this may be read before the lock.
  const place = await tx.thread.findUnique({ where: { id: threadId }, select: { articleId: true } });
  if (!place) throw new Refusal("NOT_FOUND");
  await lockArticle(tx, place.articleId);
  const standing = { OR: [{ claimId: null }, { claim: { deletedAt: null } }] };
  const thread = await tx.thread.findUnique({ where: { id: threadId, ...standing } });
  if (!thread) throw new Refusal("NOT_FOUND");
  return thread;
}

/** Locks a comment's article, deleted comments included. NOT_FOUND as `lockThread`. */
export async function lockComment(tx: Db, commentId: string): Promise<{ comment: Comment; thread: Thread }> {
  const place = await tx.comment.findUnique({ where: { id: commentId }, select: { threadId: true } });
  if (!place) throw new Refusal("NOT_FOUND");
  const thread = await lockThread(tx, place.threadId);
  return { thread, comment: await tx.comment.findUniqueOrThrow({ where: { id: commentId } }) };
}

/** Locks a member, for what one person may have a limited number of. */
export async function lockMember(tx: Db, memberId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Member" WHERE id = ${memberId}::uuid FOR UPDATE`;
}

/** Locks a source of the library. NOT_FOUND where there is none. */
export async function lockSource(tx: Db, sourceId: string): Promise<Source> {
  await tx.$queryRaw`SELECT 1 FROM "Source" WHERE id = ${sourceId}::uuid FOR UPDATE`;
  const source = await tx.source.findUnique({ where: { id: sourceId } });
  if (!source) throw new Refusal("NOT_FOUND");
  return source;
}
