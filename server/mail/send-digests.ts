import type { Prisma } from "#prisma/generated/client.ts";
import { type Db, db } from "#server/db.ts";
import { env } from "#server/env.ts";
import { log } from "#server/log.ts";
import { notificationViews } from "#server/reads/notification.ts";
import { notificationInclude } from "#server/views/notification.ts";
import { digestOf } from "./digest.ts";
import { noteDigestFailure } from "./digest-failure.ts";
import { digestHtml } from "./digest-html.ts";
import { digestText } from "./digest-text.ts";
import type { SendMail } from "./sender.ts";

const MINUTE = 60_000;
/** What could not be mailed for so long is not mailed any more: it is no news, and it is in the inbox. */
const GIVE_UP_MS = 72 * 60 * MINUTE;
const SHORTEST_PAUSE_MS = MINUTE;
const LONGEST_PAUSE_MS = 60 * MINUTE;
/** Longer than the mail server may take over one mail. */
const TRANSACTION_MS = 60_000;

/** What waits to be mailed to a member: wanted by mail, not sent, and not read in the meantime. */
export const waiting = (now: Date) =>
  ({
    mailDueAt: { not: null },
    mailedAt: null,
    readAt: null,
    createdAt: { gt: new Date(now.getTime() - GIVE_UP_MS) },
  }) satisfies Prisma.NotificationWhereInput;

/**
 * Sends every member for whom something is due one mail of all that waits, due or not. Any number of instances may do
 * this at once: a member is one instance's at a time, and what a mail told is marked before the next one looks. A mail
 * that was taken by the mail server just before we died is the only one ever sent twice, and has the same Message-ID.
 * Answers how many mails were sent; what failed is logged and comes again after a growing pause.
 */
export async function sendDueDigests(send: SendMail, now = new Date()): Promise<number> {
  const due = await db().notification.groupBy({
    by: "memberId",
    where: { ...waiting(now), mailDueAt: { lte: now }, member: { disabledAt: null } },
    _min: { mailDueAt: true },
    orderBy: { _min: { mailDueAt: "asc" } },
  });
  let sent = 0;
  for (const { memberId } of due) {
    try {
      if (await sendDigest(send, memberId, now)) sent += 1;
    } catch (error) {
      log().error({ err: error, memberId }, "a digest could not be sent");
      await postpone(memberId, now);
      await noteDigestFailure(memberId, error, now);
      // Where it is not this one address that is refused, the next one would fail too, and take its time.
      if (!isRefusedAddress(error)) break;
    }
  }
  return sent;
}

/**
 * Sends one member's digest; false where nothing is due any more, or another instance is at it. The lock is advisory:
 * rows are locked only after the mail server has answered, so that nobody who reads or writes waits for it.
 */
function sendDigest(send: SendMail, memberId: string, now: Date): Promise<boolean> {
  return db().$transaction(
    async (tx) => {
      if (!(await isOurs(tx, memberId))) return false;
      const rows = await tx.notification.findMany({
        where: { ...waiting(now), memberId },
        include: notificationInclude,
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      });
      const last = rows.at(-1);
      if (!last || !rows.some(({ mailDueAt }) => mailDueAt && mailDueAt <= now)) return false;
      const { name, email, locale } = await tx.member.findUniqueOrThrow({ where: { id: memberId } });
      const items = await notificationViews(tx, rows);
      const digest = digestOf({ name, locale }, items, env().URATORI_URL);
      await send({
        id: `digest-${last.id}`,
        to: { name, address: email },
        subject: digest.subject,
        text: digestText(digest),
        html: digestHtml(digest),
      });
      await tx.notification.updateMany({
        where: { id: { in: rows.map(({ id }) => id) } },
        data: { mailedAt: new Date() },
      });
      await tx.digestFailure.deleteMany({ where: { memberId } });
      return true;
    },
    { maxWait: 10_000, timeout: TRANSACTION_MS },
  );
}

/** Whether no other instance is at this member's digest, until the transaction ends. */
async function isOurs(tx: Db, memberId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ ours: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended('digest:' || ${memberId}, 0)) AS ours`;
  return row?.ours === true;
}

/** Comes again after as long as it has waited already, so that pauses double without anybody counting. */
async function postpone(memberId: string, now: Date): Promise<void> {
  const where = { ...waiting(now), memberId, mailDueAt: { lte: now } };
  const { _min } = await db().notification.aggregate({ where, _min: { createdAt: true } });
  const waited = now.getTime() - (_min.createdAt ?? now).getTime();
  const pause = Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, waited));
  await db().notification.updateMany({ where, data: { mailDueAt: new Date(now.getTime() + pause) } });
}

/** The mail server is well and does not take mail for this one recipient. */
const isRefusedAddress = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EENVELOPE";
