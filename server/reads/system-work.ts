import { READING_FAILURES } from "#domain/machine-reading.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { SYSTEM_LIST_LIMIT, type SystemWork } from "#domain/system.ts";
import { authorise } from "#server/authorise.ts";
import { db } from "#server/db.ts";
import { waiting } from "#server/mail/send-digests.ts";
import { memberSummarySelect, memberSummaryView } from "#server/views/member.ts";

/** Watches, and work that failed. */
export async function readSystemWork(actor: Actor, now = new Date()): Promise<SystemWork> {
  authorise(actor, "system.operate");
  const [watches, readings, mails] = await Promise.all([listWatches(), listReadings(), listMails(now)]);
  return { watches, readings, mails };
}

async function listWatches(): Promise<SystemWork["watches"]> {
  const rows = await db().watch.findMany({
    orderBy: [{ failures: "desc" }, { nextAt: "asc" }, { articleId: "asc" }],
    take: SYSTEM_LIST_LIMIT,
    include: { article: { select: { id: true, title: true } } },
  });
  return rows.map(({ article, everyMinutes, nextAt, lastAt, lastFailure, failures, pausedAt }) => ({
    article,
    everyMinutes,
    nextAt: nextAt.toISOString(),
    lastAt: lastAt?.toISOString() ?? null,
    lastFailure,
    failures,
    pausedAt: pausedAt?.toISOString() ?? null,
  }));
}

async function listReadings(): Promise<SystemWork["readings"]> {
  const rows = await db().reading.findMany({
    where: { state: "failed" },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: SYSTEM_LIST_LIMIT,
    select: {
      id: true,
      failure: true,
      pages: true,
      createdAt: true,
      createdBy: { select: memberSummarySelect },
    },
  });
  // Asked apart, so that the files themselves, of megabytes each, stay where they are.
  const kept = await db().reading.findMany({
    where: { id: { in: rows.map(({ id }) => id) }, bytes: { not: null } },
    select: { id: true },
  });
  return rows.map(({ id, failure, pages, createdAt, createdBy }) => ({
    id,
    failure: READING_FAILURES.find((one) => one === failure) ?? null,
    pages,
    createdBy: memberSummaryView(createdBy),
    createdAt: createdAt.toISOString(),
    canRetry: kept.some((one) => one.id === id),
  }));
}

async function listMails(now: Date): Promise<SystemWork["mails"]> {
  const rows = await db().digestFailure.findMany({
    where: { member: { notifications: { some: waiting(now) } } },
    orderBy: { lastAt: "desc" },
    take: SYSTEM_LIST_LIMIT,
    include: {
      member: {
        select: {
          ...memberSummarySelect,
          notifications: {
            where: waiting(now),
            orderBy: { mailDueAt: "asc" },
            take: 1,
            select: { mailDueAt: true },
          },
        },
      },
    },
  });
  return rows.map(({ member, code, failures, since, lastAt }) => ({
    member: memberSummaryView(member),
    code,
    failures,
    since: since.toISOString(),
    lastAt: lastAt.toISOString(),
    nextAt: member.notifications[0]?.mailDueAt?.toISOString() ?? null,
  }));
}
