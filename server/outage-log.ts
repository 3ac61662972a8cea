import type { LogFn, Logger } from "pino";
import { databaseTrouble } from "#server/database-trouble.ts";
import { safeWords } from "#server/observe/safe-error.ts";

/** How often the same thing that fails for want of the database or of room is said, in milliseconds. */
const SAY_AGAIN = 60_000;
const said = new Map<string, number>();

/** For pino's `hooks.logMethod`: timers try again every second or so; what they say of an outage is wanted once a minute. */
export function oncePerOutage(this: Logger, given: Parameters<LogFn>, method: LogFn): void {
  const [fields, words] = given as [unknown, unknown];
  const error: unknown = typeof fields === "object" && fields !== null ? Reflect.get(fields, "err") : null;
  const trouble = databaseTrouble(error);
  if (trouble) {
    const what = `${trouble} ${words}`;
    const now = performance.now();
    if (now - (said.get(what) ?? Number.NEGATIVE_INFINITY) < SAY_AGAIN) return;
    said.set(what, now);
  }
  method.apply(this, given);
}

/**
 * How an error is logged while the database is away or a disk is full, where every caller fails alike: one sentence and no
 * stack. Null where it is of another kind.
 */
export function outageError(error: unknown): { trouble: string; message: string } | null {
  const trouble = databaseTrouble(error);
  if (!trouble) return null;
  const words = error instanceof Error ? error.message : String(error);
  return { trouble, message: safeWords(words.trim().split("\n").at(-1) ?? "") };
}
