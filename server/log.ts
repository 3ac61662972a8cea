import { pino } from "pino";
import { databaseTrouble } from "#server/database-trouble.ts";
import { env } from "#server/env.ts";

const made: { log?: pino.Logger } = {};

/**
 * The process's log: one JSON object a line on standard output. What a person wrote, and any secret, stays out of it.
 * Made on first use, so that a build reads no environment.
 */
export function log(): pino.Logger {
  made.log ??= pino({ level: env().LOG_LEVEL, serializers: { err: withoutFlood } });
  return made.log;
}

/** Where the database is away or a disk is full, every caller fails alike: one sentence each, and no stack. */
function withoutFlood(error: Error): unknown {
  const trouble = databaseTrouble(error);
  return trouble
    ? { trouble, message: error.message.trim().split("\n").at(-1) }
    : pino.stdSerializers.err(error);
}
