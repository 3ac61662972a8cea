import {
  NOTIFICATION_KINDS,
  type NotificationKind,
  type NotificationSettings,
  type NotificationWays,
} from "#domain/notification.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, transaction } from "#server/db.ts";
import { loadNotificationSettings } from "#server/reads/notification.ts";

/** Says what one wants to hear of, and where. Mail that waits and is no longer wanted is not sent. */
export async function putNotificationSettings(
  actor: Actor,
  { kinds }: { kinds: NotificationSettings },
): ReturnType<typeof loadNotificationSettings> {
  authorise(actor, "inbox.manage", { memberId: actor.id });
  return await transaction(async (tx) => {
    for (const kind of NOTIFICATION_KINDS) await put(tx, actor.id, kind, kinds[kind]);
    return await loadNotificationSettings(tx, actor.id);
  });
}

async function put(tx: Db, memberId: string, kind: NotificationKind, ways: NotificationWays): Promise<void> {
  const { inApp, byMail } = ways;
  await tx.notificationSetting.upsert({
    where: { memberId_kind: { memberId, kind } },
    create: { memberId, kind, inApp, byMail },
    update: { inApp, byMail },
  });
  if (!byMail) await tx.notification.updateMany({ where: { memberId, kind }, data: { mailDueAt: null } });
}
