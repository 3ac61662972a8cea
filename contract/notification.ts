import { z } from "zod";
import { momentTextSchema } from "#domain/count.ts";
import { idSchema } from "#domain/id.ts";
import { notificationSchema, notificationSettingsSchema } from "#domain/notification.ts";
import { pageOf, pageQuerySchema } from "./page.ts";
import { memberCall } from "./procedure.ts";

const tags = ["Inbox"];

const unread = z.object({ unread: z.number().int().min(0) });

/** `mailConfigured`: whether this desk sends mail at all; without, `byMail` has no effect. */
const settingsSchema = z.object({ kinds: notificationSettingsSchema, mailConfigured: z.boolean() });

/** Some of one's own to be read (or, with `read: false`, unread), or all of them up to a moment, that moment included. */
export const notificationReadSchema = z.union([
  z.object({ ids: z.array(idSchema).min(1).max(200), read: z.boolean().default(true) }).strict(),
  z.object({ all: z.literal(true), upTo: momentTextSchema }).strict(),
]);

export const notificationContract = {
  list: memberCall
    .route({
      method: "GET",
      path: "/notifications",
      tags,
      summary: "My inbox, the newest first",
      description: "`unread` in the answer counts all of them, whatever the page shows.",
    })
    .input(pageQuerySchema.extend({ show: z.enum(["all", "unread"]).default("all") }))
    .output(pageOf(notificationSchema).extend(unread.shape)),

  read: memberCall
    .route({
      method: "POST",
      path: "/notifications/read",
      tags,
      summary: "Say what I have read",
      description:
        "Takes `ids` (with `read: false` they are unread again), or `all: true` and `upTo`. Ids of nobody's or of others are passed over.",
    })
    .input(notificationReadSchema)
    .output(unread),

  settings: memberCall
    .route({
      method: "GET",
      path: "/profile/notification-settings",
      tags,
      summary: "What I want to hear of, and where",
    })
    .output(settingsSchema),

  putSettings: memberCall
    .route({
      method: "PUT",
      path: "/profile/notification-settings",
      tags,
      summary: "Say what I want to hear of, and where",
    })
    .input(z.object({ kinds: notificationSettingsSchema }))
    .output(settingsSchema),
};
