import { z } from "zod";
import { workStateSchema } from "./claim.ts";
import { idSchema } from "./id.ts";
import { memberSummarySchema } from "./member.ts";
import { codePoints } from "./offset.ts";

/** Why somebody is told something in their inbox, each with one line of meaning. */
export const NOTIFICATION_KINDS = [
  "mention", // a comment names them
  "reply", // somebody wrote in a conversation of theirs, or began one on a claim they were given
  "assignment", // a claim was given to them
  "decision", // a claim of theirs was settled, or opened again
  "stale", // the words of a claim they work on or judged changed in a new revision
] as const;
export const notificationKindSchema = z.enum(NOTIFICATION_KINDS);
export type NotificationKind = z.infer<typeof notificationKindSchema>;

/** How much of a comment an inbox shows, in code points. */
export const EXCERPT_LENGTH = codePoints(200);

/** One thing a member is told. What it is about may have been deleted since: it is then said without its place. */
export const notificationSchema = z.object({
  id: idSchema,
  kind: notificationKindSchema,
  actor: memberSummarySchema,
  article: z.object({ id: idSchema, title: z.string() }),
  /** `number` is null once the claim is deleted. */
  claim: z.object({ id: idSchema, number: z.number().int().min(1).nullable(), exact: z.string() }).nullable(),
  /** The conversation of a mention or reply; `exact` quotes the passage where it is about no claim. */
  thread: z.object({ id: idSchema, exact: z.string().nullable() }).nullable(),
  /** `excerpt`: the beginning of its text; empty once the comment is deleted. */
  comment: z.object({ id: idSchema, excerpt: z.string() }).nullable(),
  /** The work state a claim went to, where that is what is told. */
  decision: workStateSchema.nullable(),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export type Notification = z.infer<typeof notificationSchema>;

/** Where a member wants to hear of one kind: in the inbox, in the next mail, both or neither. */
export const notificationWaysSchema = z.object({ inApp: z.boolean(), byMail: z.boolean() });
export type NotificationWays = z.infer<typeof notificationWaysSchema>;

/** A member's wishes, kind by kind. */
export const notificationSettingsSchema = z.object({
  mention: notificationWaysSchema,
  reply: notificationWaysSchema,
  assignment: notificationWaysSchema,
  decision: notificationWaysSchema,
  stale: notificationWaysSchema,
} satisfies Record<NotificationKind, typeof notificationWaysSchema>);
export type NotificationSettings = z.infer<typeof notificationSettingsSchema>;

/** What holds for a kind that a member has said nothing about. */
export const DEFAULT_WAYS: NotificationWays = { inApp: true, byMail: true };
