import { pino } from "pino";
import { env } from "#server/env.ts";
import { requestContext } from "#server/observe/request-context.ts";
import { safeError } from "#server/observe/safe-error.ts";
import { oncePerOutage, outageError } from "#server/outage-log.ts";

const made: { log?: pino.Logger } = {};

/**
 * The process's log: one JSON object a line on standard output, with the id of the request it is about. What a person
 * wrote, and any secret, stays out of it: errors are logged as `err`, people as ids. Levels are explained in
 * `docs/monitoring.md`. Made on first use, so that a build reads no environment.
 */
export function log(): pino.Logger {
  made.log ??= makeLog(env().LOG_LEVEL);
  return made.log;
}

/** @param destination standard output, where none is given */
export function makeLog(level: string, destination?: pino.DestinationStream): pino.Logger {
  const options: pino.LoggerOptions = {
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: (error: unknown) => outageError(error) ?? safeError(error) },
    hooks: { logMethod: oncePerOutage },
    mixin: ids,
  };
  return destination ? pino(options, destination) : pino(options);
}

function ids(): object {
  const { requestId = null, job = null } = requestContext() ?? {};
  return { ...(requestId !== null && { requestId }), ...(job !== null && { job }) };
}
