import { AsyncLocalStorage } from "node:async_hooks";
import type { EventKind } from "#domain/event.ts";
import { type AuditFields, audit } from "./audit.ts";

/** An event as the audit log tells of it. */
interface Noted {
  kind: EventKind;
  eventId: string;
  seq: number | null;
  actorId: string | null;
  articleId: string | null;
  claimId: string | null;
  subjectId: string | null;
  data: Readonly<Record<string, unknown>>;
}

/** What is repeated of an event's data: roles, formats, sizes. All else stays in the database. */
const TOLD: Partial<Record<EventKind, readonly string[]>> = {
  "article.watched": ["everyMinutes", "paused"],
  "member.invited": ["role"],
  "member.role_changed": ["from", "to"],
  "report.exported": ["format", "scope", "bytes"],
};

const current = new AsyncLocalStorage<Noted[]>();

/** Does `work`, a transaction, and logs the events it appended once it is committed; those of one that fails never were. */
export async function tellingEvents<Result>(work: () => Promise<Result>): Promise<Result> {
  const noted: Noted[] = [];
  const result = await current.run(noted, work);
  for (const { kind, data, ...ids } of noted) audit(kind, { ...ids, ...toldOf(kind, data) });
  return result;
}

/** Called inside the transaction that appends it. */
export const noteEvent = (event: Noted): void => void current.getStore()?.push(event);

function toldOf(kind: EventKind, data: Noted["data"]): AuditFields {
  const told = (TOLD[kind] ?? []).map((name) => [name, data[name]] as const);
  return Object.fromEntries(
    told.flatMap(([name, value]) =>
      ["string", "number", "boolean"].includes(typeof value)
        ? [[name, value as string | number | boolean]]
        : [],
    ),
  );
}
