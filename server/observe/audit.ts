import type { EventKind } from "#domain/event.ts";
import { log } from "#server/log.ts";
import { metrics } from "./metrics.ts";
import { requestContext } from "./request-context.ts";

/**
 * What happened at the door and around the desk's work that no event of the database's log says. Names are stable: what an
 * operator searches and alerts by stands in `docs/monitoring.md`.
 */
export const AUDIT_EVENTS = {
  /** Somebody was let in; `method`. */
  "sign_in.succeeded": "info",
  /** Somebody was not; `method`, `code`. */
  "sign_in.failed": "warn",
  /** Sessions of a member ended; `why`, `count`. */
  "session.ended": "info",
  /** A personal token was used; `tokenId`, `operation`, `status`. */
  "token.used": "info",
  /** A bearer token was none of ours, or ended. */
  "token.refused": "warn",
  /** A request was refused; `operation`, `code`, `status`. */
  "request.refused": "info",
  /** A request came to nothing because of us; `operation`, `code`, `status`. */
  "request.failed": "error",
  /** An admin had work that failed done once more; `work`, `subjectId`. */
  "work.retried": "info",
} as const;
export type AuditEvent = keyof typeof AUDIT_EVENTS;

/** Refusals that may be somebody trying the locks. */
const AT_THE_LOCKS = new Set<unknown>([401, 403, 429]);

/** Ids, codes, counts. Never a name, an address, a title, a text, a secret. */
export type AuditFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * Writes one line of the audit log: `event`, who by id, of which request by id, and `fields`. Everything that is audited
 * goes through here.
 */
export function audit(event: AuditEvent | EventKind, fields: AuditFields = {}): void {
  metrics().audit.inc({ event });
  const actorId = requestContext()?.actorId ?? null;
  const line = { event, actorId, ...fields };
  log()[levelOf(event, fields)](line, "audit");
}

function levelOf(event: AuditEvent | EventKind, { status }: AuditFields): "info" | "warn" | "error" {
  if (event === "request.refused" && AT_THE_LOCKS.has(status)) return "warn";
  return event in AUDIT_EVENTS ? AUDIT_EVENTS[event as AuditEvent] : "info";
}
