import type { WorkStanding } from "#domain/system.ts";
import { db } from "#server/db.ts";
import { waiting } from "#server/mail/send-digests.ts";

/** What waits and what failed; asked by the page for operators and by whoever reads the metrics. */
export async function loadWorkStanding(now = new Date()): Promise<WorkStanding> {
  const mails = { ...waiting(now), member: { disabledAt: null } };
  const [readings, oldest, total, due, failing, paused, mailsWaiting, mailsDue, mailsFailing] =
    await Promise.all([
      db().reading.groupBy({
        by: "state",
        where: { state: { in: ["waiting", "running", "failed"] } },
        _count: true,
      }),
      db().reading.aggregate({ where: { state: "waiting" }, _min: { createdAt: true } }),
      db().watch.count(),
      db().watch.count({ where: { nextAt: { lte: now }, pausedAt: null } }),
      db().watch.count({ where: { failures: { gt: 0 }, pausedAt: null } }),
      db().watch.count({ where: { pausedAt: { not: null } } }),
      db().notification.groupBy({ by: "memberId", where: mails }),
      db().notification.groupBy({
        by: "memberId",
        where: { ...mails, mailDueAt: { lte: now } },
        _min: { mailDueAt: true },
      }),
      db().digestFailure.count({ where: { member: { notifications: { some: waiting(now) } } } }),
    ]);
  const inState = (state: string) => readings.find((one) => one.state === state)?._count ?? 0;
  const dueAt = mailsDue.flatMap(({ _min }) => _min.mailDueAt ?? []).map(Number);
  return {
    readings: {
      waiting: inState("waiting"),
      running: inState("running"),
      failed: inState("failed"),
      oldestWaitingAt: oldest._min.createdAt?.toISOString() ?? null,
    },
    watches: { total, due, failing, paused },
    mails: {
      waiting: mailsWaiting.length,
      due: mailsDue.length,
      failing: mailsFailing,
      oldestDueAt: dueAt.length > 0 ? new Date(Math.min(...dueAt)).toISOString() : null,
    },
  };
}
