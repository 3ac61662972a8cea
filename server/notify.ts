import type { WorkState } from "#domain/claim.ts";
import type { NotificationKind } from "#domain/notification.ts";
import { DEFAULT_WAYS } from "#domain/notification.ts";
import type { Db } from "#server/db.ts";
import { env } from "#server/env.ts";
import { currentVerdict } from "#server/views/verdict.ts";

/** What somebody is told. `decision` goes with the kind of that name, `commentId` with mentions and replies. */
interface News {
  kind: NotificationKind;
  articleId: string;
  claimId?: string | null;
  commentId?: string;
  decision?: WorkState;
}

/**
 * Puts `news` into the inboxes of `memberIds` (any of which may be null or repeat), inside the command's transaction:
 * what did not happen is not told. The actor and closed accounts are passed over, and everybody who turned this kind
 * off; a row by mail only stays out of the inbox. Answers who was told.
 */
export async function notify(
  tx: Db,
  actor: { id: string },
  news: News,
  memberIds: readonly (string | null)[],
): Promise<string[]> {
  const ids = [...new Set(memberIds)].filter((id): id is string => id !== null && id !== actor.id);
  if (ids.length === 0) return [];
  const now = new Date();
  const members = await tx.member.findMany({
    where: { id: { in: ids }, disabledAt: null },
    select: { id: true, notificationSettings: { where: { kind: news.kind } } },
  });
  const rows = members.flatMap(({ id, notificationSettings: [chosen] }) => {
    const { inApp, byMail } = chosen ?? DEFAULT_WAYS;
    const mailDueAt = byMail ? nextDigest(now) : null;
    const told = inApp || mailDueAt !== null;
    return told ? [{ ...news, memberId: id, actorId: actor.id, createdAt: now, inApp, mailDueAt }] : [];
  });
  await tx.notification.createMany({ data: rows });
  return rows.map(({ memberId }) => memberId);
}

/** Tells who marked a claim, who works on it and who judged it that it was settled or opened again. */
export async function notifyOfDecision(
  tx: Db,
  actor: { id: string },
  claimId: string,
  decision: WorkState,
): Promise<void> {
  const { articleId, createdById, assigneeId, verdicts } = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: {
      articleId: true,
      createdById: true,
      assigneeId: true,
      verdicts: { where: currentVerdict, select: { authorId: true } },
    },
  });
  const concerned = [createdById, assigneeId, ...verdicts.map(({ authorId }) => authorId)];
  await notify(tx, actor, { kind: "decision", articleId, claimId, decision }, concerned);
}

/** When news of `now` is mailed at the latest; null where this desk sends no mail. */
function nextDigest(now: Date): Date | null {
  const { SMTP_URL, MAIL_DIGEST_MINUTES } = env();
  return SMTP_URL === undefined ? null : new Date(now.getTime() + MAIL_DIGEST_MINUTES * 60_000);
}
