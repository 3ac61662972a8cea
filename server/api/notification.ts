import { putNotificationSettings } from "#server/commands/put-notification-settings.ts";
import { readNotifications } from "#server/commands/read-notifications.ts";
import { readInbox, readNotificationSettings } from "#server/reads/notification.ts";
import { member } from "./implementer.ts";

export const notificationRouter = {
  list: member.notification.list.handler(({ context, input }) => readInbox(context.actor, input)),
  read: member.notification.read.handler(({ context, input }) => readNotifications(context.actor, input)),
  settings: member.notification.settings.handler(({ context }) => readNotificationSettings(context.actor)),
  putSettings: member.notification.putSettings.handler(({ context, input }) =>
    putNotificationSettings(context.actor, input),
  ),
};
