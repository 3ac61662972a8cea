import { AsyncLocalStorage } from "node:async_hooks";
import type { ErrorCode } from "#domain/error.ts";

/** What is known of the request, or the round of a job, that the running code belongs to. Ids only: it is logged. */
export interface RequestContext {
  /** Null in a round of a job. */
  requestId: string | null;
  /** The job's name as metrics have it; null in a request. */
  job: string | null;
  /** What was asked for, of a bounded set of names: `claim.update`, `page`; see `docs/monitoring.md`. */
  operation: string;
  actorId: string | null;
  /** The personal token the request came with. */
  tokenId: string | null;
  /** Why it was refused. */
  code: ErrorCode | null;
}

/** Next's bundles have modules of their own: both they and the server around them must find the same request. */
const kept = globalThis as typeof globalThis & { uratoriRequest?: AsyncLocalStorage<RequestContext> };
kept.uratoriRequest ??= new AsyncLocalStorage();
const current = kept.uratoriRequest;

/** Does `work` as part of a request or of a job's round; `work` is given what is known of it, now and later. */
export function inContext<Result>(
  known: Partial<RequestContext>,
  work: (context: RequestContext) => Result,
): Result {
  const context = { ...NOTHING, ...known };
  return current.run(context, work, context);
}

const NOTHING: RequestContext = {
  requestId: null,
  job: null,
  operation: "background",
  actorId: null,
  tokenId: null,
  code: null,
};

/** Null outside of any request, as when the server starts. */
export const requestContext = (): RequestContext | null => current.getStore() ?? null;

/** Adds to what is known of this request; nothing happens outside of one. */
export function noteOnRequest(known: Partial<Omit<RequestContext, "requestId" | "job">>): void {
  const context = current.getStore();
  if (context) Object.assign(context, known);
}
