import { z } from "zod";
import { captureSummarySchema } from "./capture.ts";
import { idSchema } from "./id.ts";
import { memberSummarySchema } from "./member.ts";

/** How often an article's address may be looked at, in minutes: four times an hour, hourly, every six hours, daily. */
export const WATCH_INTERVALS = [15, 60, 360, 1440] as const;
export const watchIntervalSchema = z.literal(WATCH_INTERVALS);
export type WatchInterval = z.infer<typeof watchIntervalSchema>;

/** A watch never waits longer than this after failures, in minutes, unless its own interval is longer. */
const LONGEST_PAUSE_MINUTES = 24 * 60;

/**
 * How long to wait for the next look, in minutes: the interval, doubled by every look that failed since one that did not.
 *
 * @param failures 0 or more
 */
export function pauseMinutes(everyMinutes: number, failures: number): number {
  return Math.max(everyMinutes, Math.min(LONGEST_PAUSE_MINUTES, everyMinutes * 2 ** failures));
}

/** That an article's address is looked at again from time to time. */
export const watchSchema = z.object({
  everyMinutes: z.number().int().min(1),
  nextAt: z.iso.datetime(),
  lastAt: z.iso.datetime().nullable(),
  /** The error code that the last look ended in; null where it did not fail, or there was none yet. */
  lastFailure: z.string().nullable(),
  /** How many looks failed since one that did not. */
  failures: z.number().int().min(0),
  /** Since when an admin holds it; null where it goes on. */
  pausedAt: z.iso.datetime().nullable(),
  setBy: memberSummarySchema,
  setAt: z.iso.datetime(),
});
export type Watch = z.infer<typeof watchSchema>;

/** An article's address was found to say something else than the newest revision. `capture`: what it says. */
export const articleChangeSchema = z.object({
  id: idSchema,
  seenAt: z.iso.datetime(),
  capture: captureSummarySchema,
});
export type ArticleChange = z.infer<typeof articleChangeSchema>;

/** What is known of an article's address. `watch`: null where it is not watched; `change`: the one that nobody settled. */
export const addressStandingSchema = z.object({
  url: z.string().nullable(),
  watch: watchSchema.nullable(),
  change: articleChangeSchema.nullable(),
});
export type AddressStanding = z.infer<typeof addressStandingSchema>;
