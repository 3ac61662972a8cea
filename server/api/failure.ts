import { randomUUID } from "node:crypto";
import { ORPCError, ValidationError } from "@orpc/contract";
import type { z } from "zod";
import { ERROR_STATUS, type ErrorCode, Refusal } from "#domain/error.ts";
import type { Locale } from "#domain/localized.ts";
import { AWAY_RETRY_SECONDS, suspectDatabase } from "#server/database-presence.ts";
import { databaseTrouble } from "#server/database-trouble.ts";
import { log } from "#server/log.ts";
import { noteOnRequest } from "#server/observe/request-context.ts";
import { errorMessage } from "./error-message.ts";
import { inputIssues } from "./issues.ts";

/** A failure on its way out, in the shape oRPC sends. */
export type Failure = ORPCError<ErrorCode, Record<string, unknown>>;

/** The answer for `code`, in the caller's language. */
export function failure(code: ErrorCode, data: Record<string, unknown>, locale: Locale): Failure {
  noteOnRequest({ code });
  return new ORPCError(code, {
    defined: true,
    status: ERROR_STATUS[code],
    message: errorMessage(code, locale),
    data,
  });
}

/**
 * What leaves the server for `error`: a refusal by its own code, a request that does not fit the contract as
 * INVALID_INPUT, and everything else as INTERNAL. What went wrong inside is logged under a reference, and only the
 * reference is answered: a stack trace helps nobody outside but an attacker.
 */
export function toFailure(error: unknown, locale: Locale): Failure {
  if (isFailure(error)) return error;
  if (error instanceof Refusal) return failure(error.code, error.data, locale);
  const invalid = invalidInput(error);
  if (invalid) {
    // Standard Schema hides zod's type; every schema of the contract is zod's.
    const issues = invalid.issues as unknown as z.core.$ZodIssue[];
    return failure("INVALID_INPUT", { issues: inputIssues(issues, invalid.data, locale) }, locale);
  }
  const trouble = databaseTrouble(error);
  if (trouble === "away") return awayFailure(locale);
  if (trouble === "full") return fullFailure(locale);
  const reference = randomUUID();
  log().error({ err: error, reference }, "A call failed");
  return failure("INTERNAL", { reference }, locale);
}

/** The database is away: looked after, and told to the caller, who may try again. */
function awayFailure(locale: Locale): Failure {
  suspectDatabase();
  return failure("DATABASE_AWAY", { retryAfter: AWAY_RETRY_SECONDS }, locale);
}

/** How long somebody takes to make room, and how often the log says that it is needed, in seconds. */
const FULL_RETRY_SECONDS = 60;
let saidFullAt = Number.NEGATIVE_INFINITY;

function fullFailure(locale: Locale): Failure {
  const now = performance.now();
  if (now - saidFullAt > FULL_RETRY_SECONDS * 1_000) {
    saidFullAt = now;
    log().error("a disk is full: writes are refused with 507 until there is room");
  }
  return failure("STORAGE_FULL", { retryAfter: FULL_RETRY_SECONDS }, locale);
}

/** A failure as the answer to a request. */
export const failureResponse = (error: Failure): Response =>
  Response.json(error.toJSON(), { status: error.status, headers: retryHeaders(error.data) });

/** When to come back, for callers who read headers only (RFC 9110, section 10.2.3). */
export const retryHeaders = ({ retryAfter }: Record<string, unknown>): [string, string][] =>
  typeof retryAfter === "number" ? [["retry-after", String(retryAfter)]] : [];

/** A body that can't be read at all (broken JSON, broken form data): the parser's own words are the best there are. */
export function unreadableBody(message: string, locale: Locale): Failure {
  return failure("INVALID_INPUT", { issues: [{ path: "", message }] }, locale);
}

const isFailure = (error: unknown): error is Failure =>
  error instanceof ORPCError && error.code in ERROR_STATUS;

/** Only oRPC's input check answers BAD_REQUEST; an output that does not fit is our defect. */
function invalidInput(error: unknown): ValidationError | null {
  const isInput = error instanceof ORPCError && error.code === "BAD_REQUEST";
  return isInput && error.cause instanceof ValidationError ? error.cause : null;
}
