import { z } from "zod";
import { idSchema } from "./id.ts";
import { READING_FAILURES } from "./machine-reading.ts";
import { memberSummarySchema } from "./member.ts";

const count = z.number().int().min(0);
const moment = z.iso.datetime();
const bytes = z.number().min(0);

/** What waits and what failed, for the whole desk. Cheap enough to be asked every few seconds. */
export const workStandingSchema = z.object({
  readings: z.object({ waiting: count, running: count, failed: count, oldestWaitingAt: moment.nullable() }),
  watches: z.object({ total: count, due: count, failing: count, paused: count }),
  /** `waiting`: members for whom a mail is to be sent, `due` now. `failing`: to whom the last one could not be. */
  mails: z.object({ waiting: count, due: count, failing: count, oldestDueAt: moment.nullable() }),
});
export type WorkStanding = z.infer<typeof workStandingSchema>;

const storeSchema = z.object({ bytes, rows: count });

/** The product as it runs here: of the instance that answers, and of the database that all instances share. */
export const systemStatusSchema = z.object({
  at: moment,
  versions: z.object({
    product: z.string(),
    node: z.string(),
    postgres: z.string(),
    /** The newest migration that is applied; null before the first. */
    migration: z.string().nullable(),
  }),
  instance: z.object({
    startedAt: moment,
    memoryBytes: bytes,
    /** Pages that are connected to this instance; null where it has no live part. */
    sockets: count.nullable(),
    /** Whether the database's wake-ups are heard; if not, others' work appears seconds late. */
    listening: z.boolean().nullable(),
    /** Claims whose prose could not be stored at the last try and is held in memory. */
    unstored: count.nullable(),
    /** Worker threads of this instance that were used since it started. */
    workers: z.array(z.object({ name: z.string(), waiting: count, isWorking: z.boolean() })),
  }),
  sizes: z.object({
    databaseBytes: bytes,
    /** The largest first; rows are the database's own estimate. */
    tables: z.array(storeSchema.extend({ name: z.string() })),
    pictures: storeSchema,
    captures: storeSchema,
    readings: storeSchema,
  }),
  work: workStandingSchema,
  /** Answers that are kept to be given again; an estimate. */
  answersKept: count,
  /** Whether a mail server is configured. */
  sendsMail: z.boolean(),
});
export type SystemStatus = z.infer<typeof systemStatusSchema>;

/** How many of each kind of failed work, and how many watches, are listed. */
export const SYSTEM_LIST_LIMIT = 50;

export const watchedArticleSchema = z.object({
  article: z.object({ id: idSchema, title: z.string() }),
  everyMinutes: count,
  nextAt: moment,
  lastAt: moment.nullable(),
  /** An error code; null where the last look did not fail. */
  lastFailure: z.string().nullable(),
  failures: count,
  pausedAt: moment.nullable(),
});
export type WatchedArticle = z.infer<typeof watchedArticleSchema>;

/** A reading that failed. Its file's name is its owner's business: it may say what a desk works on. */
export const failedReadingSchema = z.object({
  id: idSchema,
  failure: z.enum(READING_FAILURES).nullable(),
  pages: z.number().int().min(1).nullable(),
  createdBy: memberSummarySchema,
  createdAt: moment,
  /** False where the file is not kept. */
  canRetry: z.boolean(),
});
export type FailedReading = z.infer<typeof failedReadingSchema>;

export const failedMailSchema = z.object({
  member: memberSummarySchema,
  /** What the mail library or the network says: EAUTH, EENVELOPE, ECONNECTION, …; UNKNOWN where it says nothing. */
  code: z.string(),
  failures: count,
  since: moment,
  lastAt: moment,
  /** When it is tried again. */
  nextAt: moment.nullable(),
});
export type FailedMail = z.infer<typeof failedMailSchema>;

/** Watches with those that fail first, and work that failed, the newest first; of each `SYSTEM_LIST_LIMIT` at most. */
export const systemWorkSchema = z.object({
  watches: z.array(watchedArticleSchema),
  readings: z.array(failedReadingSchema),
  mails: z.array(failedMailSchema),
});
export type SystemWork = z.infer<typeof systemWorkSchema>;
