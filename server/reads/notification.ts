import { z } from "zod";
import {
  DEFAULT_WAYS,
  NOTIFICATION_KINDS,
  type Notification,
  type NotificationSettings,
} from "#domain/notification.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, db } from "#server/db.ts";
import { env } from "#server/env.ts";
import { type NotificationRow, notificationInclude, notificationView } from "#server/views/notification.ts";
import { loadClaimLabels } from "./claim-label.ts";
import { decodeCursor, momentSchema, type PageQuery, pageFrom } from "./cursor.ts";

const key = z.tuple([momentSchema, z.uuid()]);

/** A page of the actor's own inbox, the newest first, and how many in all are unread. */
export async function readInbox(
  actor: Actor,
  query: PageQuery & { show: "all" | "unread" },
): Promise<{ items: Notification[]; nextCursor: string | null; unread: number }> {
  authorise(actor, "inbox.manage", { memberId: actor.id });
  const after = decodeCursor(query.cursor, key);
  const found = await db().notification.findMany({
    where: {
      memberId: actor.id,
      inApp: true,
      ...(query.show === "unread" && { readAt: null }),
      ...(after && { OR: [{ createdAt: { lt: after[0] } }, { createdAt: after[0], id: { gt: after[1] } }] }),
    },
    include: notificationInclude,
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: query.limit + 1,
  });
  const { rows, nextCursor } = pageFrom(found, query.limit, (row) => [row.createdAt.toISOString(), row.id]);
  return {
    items: await notificationViews(db(), rows),
    nextCursor,
    unread: await countUnread(db(), actor.id),
  };
}

/** How many things in a member's inbox wait to be read. */
export const countUnread = (tx: Db, memberId: string): Promise<number> =>
  tx.notification.count({ where: { memberId, inApp: true, readAt: null } });

/** As `countUnread`, for many members in one statement. */
export async function loadUnreadCounts(memberIds: readonly string[]): Promise<(memberId: string) => number> {
  const groups = await db().notification.groupBy({
    by: "memberId",
    where: { memberId: { in: [...memberIds] }, inApp: true, readAt: null },
    _count: true,
  });
  const counts = new Map(groups.map(({ memberId, _count }) => [memberId, _count]));
  return (memberId) => counts.get(memberId) ?? 0;
}

/** `rows` as they are shown, in their order. One statement for any number of them. */
export async function notificationViews(tx: Db, rows: readonly NotificationRow[]): Promise<Notification[]> {
  const claimIds = rows.flatMap(({ claimId }) => (claimId === null ? [] : [claimId]));
  const labels = await loadClaimLabels(tx, claimIds);
  return rows.map((row) => notificationView(row, labels.get(row.claimId ?? "")));
}

/** What the actor wants to hear of; `mailConfigured`: whether this desk sends mail at all. */
export async function readNotificationSettings(actor: Actor): Promise<KnownSettings> {
  authorise(actor, "inbox.manage", { memberId: actor.id });
  return await loadNotificationSettings(db(), actor.id);
}

interface KnownSettings {
  kinds: NotificationSettings;
  mailConfigured: boolean;
}

/** The same for whom it is already decided that they may. */
export async function loadNotificationSettings(client: Db, memberId: string): Promise<KnownSettings> {
  const rows = await client.notificationSetting.findMany({ where: { memberId } });
  const ways = NOTIFICATION_KINDS.map((kind) => {
    const { inApp, byMail } = rows.find((row) => row.kind === kind) ?? DEFAULT_WAYS;
    return [kind, { inApp, byMail }];
  });
  return {
    kinds: Object.fromEntries(ways) as NotificationSettings,
    mailConfigured: env().SMTP_URL !== undefined,
  };
}
