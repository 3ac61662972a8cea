import { ORPCError } from "@orpc/client";
import { ERROR_STATUS, type ErrorCode } from "#domain/error.ts";

/**
 * What went wrong with a call, as the interface needs to know it.
 * `refused`: the server said no, with one of our codes and a message in the reader's language.
 * `offline`: no answer came. `broken`: an answer came that is not ours (a proxy's page, a defect).
 */
export type Failure =
  | { kind: "refused"; code: ErrorCode; message: string; data: unknown }
  | { kind: "offline" }
  | { kind: "broken" };

/** Sorts anything a call can throw. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ORPCError) {
    if (!isErrorCode(error.code)) return { kind: "broken" };
    return { kind: "refused", code: error.code, message: error.message, data: error.data };
  }
  // What fetch throws when no answer came: a TypeError in every browser, with words that differ in each.
  return error instanceof TypeError ? { kind: "offline" } : { kind: "broken" };
}

/** The refusal's code, or null where the server did not refuse. */
export function codeOf(error: unknown): ErrorCode | null {
  const failure = failureOf(error);
  return failure.kind === "refused" ? failure.code : null;
}

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERROR_STATUS, code);
