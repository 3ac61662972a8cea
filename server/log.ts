import { pino } from "pino";
import { env } from "#server/env.ts";
import { oncePerOutage, outageError } from "#server/outage-log.ts";

const made: { log?: pino.Logger } = {};

/**
 * The process's log: one JSON object a line on standard output. What a person wrote, and any secret, stays out of it.
 * Made on first use, so that a build reads no environment.
 */
export function log(): pino.Logger {
  made.log ??= pino({
    level: env().LOG_LEVEL,
    serializers: { err: (error: Error) => outageError(error) ?? pino.stdSerializers.err(error) },
    hooks: { logMethod: oncePerOutage },
  });
  return made.log;
}
