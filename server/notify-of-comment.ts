import type { Actor } from "#domain/rights/predicate.ts";
import type { Thread } from "#prisma/generated/client.ts";
import type { Db } from "#server/db.ts";
import { notify } from "./notify.ts";

/** Tells of a new comment: whom it names, and of the rest of `others` that somebody wrote where they take part. */
export async function notifyOfComment(
  tx: Db,
  actor: Actor,
  thread: Pick<Thread, "articleId" | "claimId">,
  comment: { id: string; mentioned: readonly string[] },
  others: readonly (string | null)[],
): Promise<void> {
  const about = { articleId: thread.articleId, claimId: thread.claimId, commentId: comment.id };
  const mentioned = await notify(tx, actor, { kind: "mention", ...about }, comment.mentioned);
  const rest = others.filter((id) => id !== null && !mentioned.includes(id));
  await notify(tx, actor, { kind: "reply", ...about }, rest);
}

/**
 * Tells those whom an edit names and the comment did not name before. Nobody has one comment in the inbox twice: who
 * was told of it as a reply is now told that it names them.
 */
export async function notifyOfNewMentions(
  tx: Db,
  actor: Actor,
  thread: Pick<Thread, "articleId" | "claimId">,
  comment: { id: string; mentioned: readonly string[] },
): Promise<void> {
  const before = await tx.notification.findMany({
    where: { commentId: comment.id, kind: "mention" },
    select: { memberId: true },
  });
  const added = comment.mentioned.filter((id) => !before.some(({ memberId }) => memberId === id));
  const told = await notify(
    tx,
    actor,
    { kind: "mention", articleId: thread.articleId, claimId: thread.claimId, commentId: comment.id },
    added,
  );
  await tx.notification.deleteMany({
    where: { commentId: comment.id, kind: "reply", memberId: { in: told } },
  });
}
