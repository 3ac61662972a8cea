import { isDeepStrictEqual } from "node:util";
import type { Act } from "./act.ts";

/** An event as it is stored. */
export interface LoggedEvent {
  seq: number;
  kind: string;
  claimId: string | null;
  subjectId: string | null;
  actorId: string | null;
  data: { changes?: { field: string; from: unknown; to: unknown }[]; [more: string]: unknown };
}

/** An act and how it ended. Every act ends: who has no answer asks again. */
export interface Ended {
  act: Act;
  memberId: string;
  /** Null: the server refused. */
  code: string | null;
}

/** An article's row, as far as it is checked. */
export interface StoredClaim {
  id: string;
  version: number;
  deletedAt: Date | null;
  [field: string]: unknown;
}

export interface History {
  /** The article's, by `seq`. */
  events: readonly LoggedEvent[];
  /** What the article counts. */
  eventSeq: number;
  /** The number of the last event before people began. */
  begun: number;
  ended: readonly Ended[];
  claims: readonly StoredClaim[];
}

/**
 * Whether the log tells one story that fits what people were answered and what stands in the rows.
 * Answers complaints, one line each; none where all is well.
 */
export function logComplaints({ events, eventSeq, begun, ended, claims }: History): string[] {
  const acts = events.filter(({ seq }) => seq > begun);
  return [
    ...gaps(events, eventSeq),
    ...ended.flatMap((one) => onceComplaints(one, acts)),
    ...tooOften(acts, ended),
    ...replayComplaints(events, ended, claims),
    ...evidenceComplaints(events),
  ];
}

function gaps(events: readonly LoggedEvent[], eventSeq: number): string[] {
  const wrong = events.find(({ seq }, index) => seq !== index + 1);
  if (wrong) return [`the log has a gap or a double before ${wrong.seq}`];
  return eventSeq === events.length ? [] : [`the article counts ${eventSeq} events and has ${events.length}`];
}

/** What was acknowledged is in the log once; what was refused at most once (its first try may have come through). */
function onceComplaints({ act, code, memberId }: Ended, events: readonly LoggedEvent[]): string[] {
  if (act.mark === undefined || act.kind.startsWith("comment.") || act.kind === "thread.opened") {
    return code === null && !isDone(act, events)
      ? [`acknowledged and never done: ${nameOf(act, memberId)}`]
      : [];
  }
  const mark = JSON.stringify(act.mark);
  const found = events.filter(
    (event) =>
      event.actorId === memberId &&
      // Bringing evidence back is told of as adding it.
      event.data.restored !== true &&
      (event.data.changes
        ? event.data.changes.some(({ to }) => JSON.stringify(to) === mark)
        : isSubject(event, act)),
  );
  if (found.length > 1) return [`done ${found.length} times: ${nameOf(act, memberId)}`];
  return code === null && found.length === 0 ? [`acknowledged and lost: ${nameOf(act, memberId)}`] : [];
}

const isSubject = (event: LoggedEvent, act: Act): boolean =>
  event.kind === act.kind && event.subjectId === act.subjectId;

/** An act without words of its own may be done by somebody else already, with the same effect. */
const isDone = (act: Act, events: readonly LoggedEvent[]): boolean =>
  STAYS_AS_IT_IS.has(act.kind) || events.some((event) => isSubject(event, act));

/** What may find all as it wishes it and then makes no event, because it began that way. */
const STAYS_AS_IT_IS = new Set([
  "claim.moved",
  "verdict.updated",
  "block.reopened",
  "thread.reopened",
  "claim.restored",
]);

/** No one sees an act of theirs done more often than they asked for it, however often it was sent. */
function tooOften(events: readonly LoggedEvent[], ended: readonly Ended[]): string[] {
  const key = (memberId: string | null, kind: string, subjectId: string | null) =>
    `${memberId} ${kind} ${subjectId}`;
  const asked = countBy(ended.map(({ act, memberId }) => key(memberId, act.kind, act.subjectId)));
  const done = countBy(
    events
      .filter(({ kind }) => COUNTED.has(kind))
      .map(({ actorId, kind, subjectId }) => key(actorId, kind, subjectId)),
  );
  return [...done].flatMap(([act, times]) => {
    const wished = asked.get(act) ?? 0;
    return times > wished ? [`done ${times} times and asked for ${wished} times: ${act}`] : [];
  });
}

const COUNTED = new Set([
  "claim.created",
  "claim.deleted",
  "claim.restored",
  "evidence.added",
  "evidence.removed",
  "thread.opened",
  "thread.resolved",
  "thread.reopened",
  "comment.added",
  "comment.deleted",
  "block.dismissed",
  "block.reopened",
]);

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Every change of evidence begins where the one before ended. */
function evidenceComplaints(events: readonly LoggedEvent[]): string[] {
  const told = new Map<string, unknown>();
  return events
    .filter(({ kind }) => kind === "evidence.updated")
    .flatMap(({ seq, subjectId, data }) =>
      (data.changes ?? []).flatMap(({ field, from, to }) => {
        const key = `${subjectId} ${field}`;
        const before = told.get(key) ?? from;
        told.set(key, to);
        return isDeepStrictEqual(before, from)
          ? []
          : [`event ${seq}: ${key} goes from ${JSON.stringify(from)}, but was ${JSON.stringify(before)}`];
      }),
    );
}

interface Told {
  values: Map<string, unknown>;
  /** At which version of the claim a field was changed. */
  changed: Map<string, number>;
  version: number;
  isDeleted: boolean;
}

const NEW_CLAIM = {
  claimant: "",
  saidWhere: "",
  priority: "normal",
  workState: "to_check",
  kinds: [] as string[],
};

/** Tells every claim's story from its events: each begins where the one before ended, and the last is what stands. */
function replayComplaints(
  events: readonly LoggedEvent[],
  ended: readonly Ended[],
  rows: readonly StoredClaim[],
): string[] {
  const complaints: string[] = [];
  const told = new Map<string, Told>();
  const actOf = new Map(ended.flatMap((one) => (one.act.mark ? [[one.act.mark, one] as const] : [])));
  for (const event of events) {
    const { claimId } = event;
    if (claimId === null) continue;
    if (event.kind === "claim.created") {
      const statement =
        ended.find(({ act }) => act.kind === "claim.created" && act.subjectId === claimId)?.act.mark ?? "";
      const values = new Map<string, unknown>(Object.entries({ ...NEW_CLAIM, statement }));
      told.set(claimId, { values, changed: new Map(), version: 1, isDeleted: false });
    }
    const claim = told.get(claimId);
    if (!claim) {
      complaints.push(`event ${event.seq} (${event.kind}) is about a claim that was never made`);
      continue;
    }
    complaints.push(
      ...retell(claim, event, actOf).map((what) => `event ${event.seq} of ${claimId}: ${what}`),
    );
  }
  for (const row of rows) complaints.push(...rowComplaints(row, told.get(row.id)));
  return complaints;
}

function retell(claim: Told, event: LoggedEvent, actOf: Map<string, Ended>): string[] {
  if (event.kind === "claim.deleted" || event.kind === "claim.restored") {
    const isDeleted = event.kind === "claim.deleted";
    if (claim.isDeleted === isDeleted) return [`${event.kind} where it was so already`];
    claim.isDeleted = isDeleted;
    return [];
  }
  const changes = (event.data.changes ?? []).filter(
    ({ field }) =>
      event.kind === "claim.updated" || (event.kind === "verdict.updated" && field === "workState"),
  );
  const complaints = changes.flatMap(({ field, from }) =>
    field === "target" || isDeepStrictEqual(claim.values.get(field), from)
      ? []
      : [`${field} goes from ${JSON.stringify(from)}, but was ${JSON.stringify(claim.values.get(field))}`],
  );
  const fields = changes.map(({ field }) => field);
  if (event.kind === "claim.updated") complaints.push(...overwritten(claim, event, fields, actOf));
  if (changes.length > 0 || event.kind === "claim.moved") {
    claim.version += 1;
    for (const { field, to } of changes) {
      claim.values.set(field, to);
      claim.changed.set(field, claim.version);
    }
  }
  return complaints;
}

/** Whoever writes over another's words has seen them. */
function overwritten(
  claim: Told,
  { data }: LoggedEvent,
  fields: string[],
  actOf: Map<string, Ended>,
): string[] {
  const mark = data.changes?.map(({ to }) => to).find((to) => typeof to === "string" && actOf.has(to));
  const seen = typeof mark === "string" ? actOf.get(mark)?.act.seen : undefined;
  if (seen === undefined) return [];
  return fields.flatMap((field) => {
    const last = claim.changed.get(field);
    const isUnseen = last !== undefined && last > seen && TEXTS.has(field);
    return isUnseen ? [`${field} of version ${last} was overwritten by who had seen ${seen}`] : [];
  });
}

const TEXTS = new Set(["statement", "claimant", "saidWhere"]);

function rowComplaints(row: StoredClaim, told: Told | undefined): string[] {
  if (!told) return [`claim ${row.id} stands and no event tells of it`];
  const wrong = [...told.values].filter(([field, value]) => !isDeepStrictEqual(row[field], value));
  return [
    ...wrong.map(
      ([field, value]) =>
        `claim ${row.id}: ${field} is ${JSON.stringify(row[field])}, told is ${JSON.stringify(value)}`,
    ),
    ...(row.version === told.version
      ? []
      : [`claim ${row.id}: version ${row.version}, told are ${told.version}`]),
    ...((row.deletedAt !== null) === told.isDeleted
      ? []
      : [`claim ${row.id}: deleted and told to stand, or so`]),
  ];
}

const nameOf = ({ method, path, mark, kind }: Act, memberId: string): string =>
  `${kind} by ${memberId} (${method} ${path}${mark === undefined ? "" : ` “${mark}”`})`;
