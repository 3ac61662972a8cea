import { z } from "zod";
import { articleAbilitiesSchema, articleFieldsSchema, dismissalSchema } from "./article.ts";
import { blockIdSchema } from "./block.ts";
import { claimAbilitiesSchema, claimSchema } from "./claim.ts";
import { eventKindSchema } from "./event.ts";
import { idSchema } from "./id.ts";
import { memberSummarySchema, roleSchema } from "./member.ts";
import { partialDateSchema } from "./partial-date.ts";
import { presentSchema, whereaboutsSchema } from "./presence.ts";

/**
 * What travels over the one socket of a page. Text frames are JSON and are described here: facts after their commit,
 * presence, rights, the inbox. Binary frames belong to the prose (Hocuspocus' protocol over Yjs) and to nobody else.
 */
export const LIVE_PATH = "/live";

/** Why the server closes a socket. What a page does about it: sign in again, stop, or come back after a while. */
export const LIVE_CLOSE = {
  /** A message that is none of ours; a defect, so the page comes back with a fresh start. */
  badMessage: 4400,
  /** The session ended: coming back with it is of no use. The close's reason is one of `SESSION_ENDS`, or empty. */
  signedOut: 4401,
  /** The page reads slower than news come; it comes back and catches up. */
  tooSlow: 4408,
  /** More messages than a person makes. */
  tooMany: 4429,
  /** The server stops; RFC 6455's registry calls it "service restart". Come back, not all at once. */
  restarting: 1012,
} as const;

/** The server says something at least this often, in milliseconds; a page that hears nothing for twice as long lost it. */
export const BEAT_MS = 5_000;
/** The longest text frame a page may send, in bytes. */
export const MAX_CLIENT_FRAME_BYTES = 4_096;

const seq = z.number().int().min(0);

/** What a page says. `open.after`: the `seq` of the last event it knows of this article. */
export const clientMessageSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("open"), articleId: idSchema, after: seq }).strict(),
  /** Where the person is; only after `open`. */
  z.object({ type: z.literal("whereabouts"), ...whereaboutsSchema.shape }).strict(),
  /** The person went to another page of the desk: no longer present, no more news. The line stays. */
  z.object({ type: z.literal("leave") }).strict(),
]);
export type ClientMessage = z.infer<typeof clientMessageSchema>;

/** One event as open pages hear of it: what happened to what, by whom. `fields`: which changed, where any did. */
export const liveEventSchema = z.object({
  seq: z.number().int().min(1),
  kind: eventKindSchema,
  claimId: idSchema.nullable(),
  subjectId: z.string().nullable(),
  actor: memberSummarySchema.nullable(),
  at: z.iso.datetime(),
  fields: z.array(z.string()),
});
export type LiveEvent = z.infer<typeof liveEventSchema>;

/**
 * What is now so because of the events after `from` up to and with `to`: not what happened one by one, but how the
 * touched things stand. A page whose last `seq` is below `from` has missed something and opens again.
 */
export const newsSchema = z.object({
  articleId: idSchema,
  from: seq,
  to: seq,
  /** The newest ones, at most 100: for history, undo and telling a person. A long absence has more events than these. */
  events: z.array(liveEventSchema),
  /** Claims that were touched and stand. */
  claims: z.array(claimSchema),
  /** Claims that were touched and are deleted. */
  gone: z.array(idSchema),
  /** Bullets that were touched, with their dismissal or null. */
  bullets: z.array(z.object({ blockId: blockIdSchema, dismissal: dismissalSchema.nullable() })),
  /** Threads that were touched; who shows one reads it anew. */
  threads: z.array(z.object({ id: idSchema, claimId: idSchema.nullable() })),
  /** The newest revision, where another one became it: claims stand in its text now, and their places speak of it. */
  revision: z.object({ id: idSchema, number: z.number().int().min(1) }).nullable(),
  /** The article's own fields, where they were touched. */
  article: articleFieldsSchema
    .extend({
      url: z.string().nullable(),
      publishedAt: partialDateSchema.nullable(),
      version: z.number().int().min(1),
      updatedAt: z.iso.datetime(),
    })
    .nullable(),
});
export type News = z.infer<typeof newsSchema>;

/** What the reader of these messages may do now. */
export const liveRightsSchema = z.object({
  role: roleSchema,
  article: articleAbilitiesSchema,
  claim: claimAbilitiesSchema,
});
export type LiveRights = z.infer<typeof liveRightsSchema>;

/** What the server says. */
export const serverMessageSchema = z.discriminatedUnion("type", [
  /** First on every socket. `build` changes when the product does: a page of an older one may ask to be loaded anew. */
  z.object({
    type: z.literal("welcome"),
    connectionId: z.string(),
    memberId: idSchema,
    build: z.string(),
    unread: z.number().int().min(0),
  }),
  /** The answer to `open`: the page is up to date once it has taken in `news` (null where it missed nothing). */
  z.object({
    type: z.literal("opened"),
    articleId: idSchema,
    seq,
    rights: liveRightsSchema,
    people: z.array(presentSchema),
    news: newsSchema.nullable(),
  }),
  /** The answer to `open` where there is no such article for this member. */
  z.object({ type: z.literal("refused"), articleId: idSchema, code: z.enum(["NOT_FOUND", "FORBIDDEN"]) }),
  z.object({ type: z.literal("news"), news: newsSchema }),
  /** Who came or changed, and whose page (connection id) is gone. */
  z.object({ type: z.literal("people"), here: z.array(presentSchema), left: z.array(z.string()) }),
  z.object({ type: z.literal("rights"), rights: liveRightsSchema }),
  /** The number of unread things in the member's inbox changed. */
  z.object({ type: z.literal("inbox"), unread: z.number().int().min(0) }),
  z.object({ type: z.literal("beat") }),
]);
export type ServerMessage = z.infer<typeof serverMessageSchema>;
