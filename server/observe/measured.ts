import { ERROR_STATUS } from "#domain/error.ts";
import { metrics, WORK, type WorkKind } from "./metrics.ts";
import { spanned } from "./tracing.ts";

/**
 * Does `work`, counts how it ended, times it and traces it.
 *
 * @param name of a bounded set: an operation of the contract, a pool, a job; what it is not told apart by is only traced
 */
export function measured<Result>(kind: WorkKind, name: string, work: () => Promise<Result>): Promise<Result> {
  const { total, seconds } = metrics().work[kind];
  const { label } = WORK[kind];
  const labels = label ? { [label]: name } : {};
  return spanned(`${kind} ${name}`, { "uratori.kind": kind, "uratori.name": name }, async (end) => {
    const stop = seconds.startTimer(labels);
    let outcome = "done";
    try {
      return await work();
    } catch (error) {
      outcome = outcomeOf(error);
      throw error;
    } finally {
      stop();
      total.inc({ ...labels, outcome });
      end({ "uratori.outcome": outcome });
    }
  });
}

/** How work ended that threw: a code of `domain/error.ts`, or one of three words. */
export function outcomeOf(error: unknown): string {
  if (!(error instanceof Error)) return "failed";
  const code = "code" in error ? error.code : null;
  // oRPC's own word for input that does not fit the contract; it leaves as ours.
  if (code === "BAD_REQUEST") return "INVALID_INPUT";
  if (typeof code === "string" && code in ERROR_STATUS) return code;
  if (error.name === "JobTooHard") return "too_hard";
  return error.name === "AbortError" || error.name === "TimeoutError" ? "ended" : "failed";
}
