import type { EventKind } from "#domain/event.ts";
import type { LiveEvent } from "#domain/live.ts";
import { memberSummaryView } from "./member.ts";

/** An event without its data, of which only the changed fields' names are kept. */
export interface LoggedEvent {
  seq: number;
  kind: string;
  claimId: string | null;
  subjectId: string | null;
  at: Date;
  fields: string[];
  actorId: string | null;
  actorName: string | null;
  actorDisabledAt: Date | null;
}

export const liveEventView = (row: LoggedEvent): LiveEvent => ({
  seq: row.seq,
  // Only `appendEvent` writes the column, and it takes no other.
  kind: row.kind as EventKind,
  claimId: row.claimId,
  subjectId: row.subjectId,
  actor:
    row.actorId === null
      ? null
      : memberSummaryView({ id: row.actorId, name: row.actorName ?? "", disabledAt: row.actorDisabledAt }),
  at: row.at.toISOString(),
  fields: row.kind === "claim.moved" ? ["anchor"] : row.fields.map(fieldName),
});

/** A claim's edges are sent as `target` and are read as `anchor`. */
const fieldName = (field: string): string => (field === "target" ? "anchor" : field);
