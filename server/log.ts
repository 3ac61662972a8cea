import { pino } from "pino";
import { env } from "#server/env.ts";

const made: { log?: pino.Logger } = {};

/**
 * The process's log: one JSON object a line on standard output. What a person wrote, and any secret, stays out of it.
 * Made on first use, so that a build reads no environment.
 */
export function log(): pino.Logger {
  made.log ??= pino({ level: env().LOG_LEVEL });
  return made.log;
}
