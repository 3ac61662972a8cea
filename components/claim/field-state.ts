import type { Entry } from "#components/queue/entry.ts";
import type { ErrorCode } from "#domain/error.ts";
import type { Writer } from "#domain/writer.ts";
import { sameValue } from "./same-value.ts";

/** A field's value in a version of its record. */
export interface Seen<Value> {
  readonly value: Value;
  readonly version: number;
}

/** How a field stands apart from what the person has done to it. Nothing here is ever lost: that is the queue's part. */
export interface FieldRecord<Value = unknown> {
  /** What the person was shown last, and what they write over. */
  readonly shown: Seen<Value>;
  /** The newest the server is known to hold. */
  readonly latest: Seen<Value>;
  /** The person is in the field: nothing may change under their hands. */
  readonly isEntered: boolean;
  /** What is shown got there by the person, so the word "saved" is owed. */
  readonly isSaved: boolean;
}

/** A field as it is painted: the record, with the person's unsent deed on top of it. */
export interface FieldState<Value> {
  readonly value: Value;
  readonly phase: Phase<Value>;
  /** Newer than what is shown, and held back while the person is in the field; null for nothing of the kind. */
  readonly news: Seen<Value> | null;
}

export type Phase<Value> =
  | { name: "clean"; saved: boolean }
  /** Typed and not sent. */
  | { name: "dirty" }
  | { name: "saving" }
  /** A try did not get through. */
  | { name: "retrying" }
  /** The server refused it; trying again would not help. The text stays. */
  | { name: "refused"; code: ErrorCode }
  /** Another person changed the same field. Nothing is sent until someone decides. */
  | { name: "conflict"; theirs: Value; theirVersion: number; writer: Writer | null };

export const newRecord = <Value>(seen: Seen<Value>): FieldRecord<Value> => ({
  shown: seen,
  latest: seen,
  isEntered: false,
  isSaved: false,
});

/** The record after the server was heard: an untouched field follows it, one under somebody's hands waits. */
export function heard<Value>(
  record: FieldRecord<Value>,
  latest: Seen<Value>,
  isUnsent: boolean,
): FieldRecord<Value> {
  if (latest.version < record.latest.version) return record;
  const next = isSameSeen(record.latest, latest) ? record : { ...record, latest };
  return isUnsent ? next : followed(next);
}

/** What is shown follows the server where nobody is in the field. A version alone moves on under their hands too. */
export function followed<Value>(record: FieldRecord<Value>): FieldRecord<Value> {
  const { shown, latest, isEntered } = record;
  if (shown.version === latest.version && sameValue(shown.value, latest.value)) return record;
  // What was typed stays on the screen letter for letter where the server only trimmed it.
  if (sameValue(shown.value, latest.value)) {
    return { ...record, shown: { value: shown.value, version: latest.version } };
  }
  return isEntered ? record : { ...record, shown: latest, isSaved: false };
}

/** The server did what the person wanted of this field. */
export function saved<Value>(
  record: FieldRecord<Value>,
  sent: Value,
  answered: Seen<Value>,
): FieldRecord<Value> {
  const value = sameValue(sent, answered.value) ? sent : answered.value;
  const latest = answered.version >= record.latest.version ? answered : record.latest;
  return { ...record, shown: { value, version: answered.version }, latest, isSaved: true };
}

export const entered = <Value>(record: FieldRecord<Value>): FieldRecord<Value> =>
  record.isEntered ? record : { ...record, isEntered: true };

/** The person is out again: what was held back is shown, unless what they typed waits. */
export function left<Value>(record: FieldRecord<Value>, isUnsent: boolean): FieldRecord<Value> {
  const out = record.isEntered ? { ...record, isEntered: false } : record;
  return isUnsent ? out : followed(out);
}

/** Shows what was held back though the person is still in the field: they asked. */
export const caughtUp = <Value>(record: FieldRecord<Value>): FieldRecord<Value> => ({
  ...record,
  shown: record.latest,
  isSaved: false,
});

/** What is painted. `isUnreachable`: the last try of anything found no server. */
export function fieldState<Value>(
  record: FieldRecord<Value>,
  entry: Entry | null,
  isUnreachable: boolean,
): FieldState<Value> {
  if (entry?.deed.kind !== "setField") {
    const { shown, latest, isSaved } = record;
    const news = sameValue(shown.value, latest.value) ? null : latest;
    return { value: shown.value, phase: { name: "clean", saved: isSaved }, news };
  }
  // A field's deeds hold that field's values: they were made by `edit`, and checked when they were read back.
  const value = entry.deed.value as Value;
  return { value, phase: phaseOf(record, entry, isUnreachable), news: null };
}

function phaseOf<Value>({ latest }: FieldRecord<Value>, entry: Entry, isUnreachable: boolean): Phase<Value> {
  const { state } = entry;
  if (state.name === "underWay") return { name: "saving" };
  if (state.name === "waiting") return { name: isUnreachable || entry.tries > 0 ? "retrying" : "dirty" };
  const { code, data } = state.refusal;
  if (code !== "CONFLICT") return { name: "refused", code };
  const writer = writerIn(data);
  return { name: "conflict", theirs: latest.value, theirVersion: latest.version, writer };
}

/** A field is sent by itself, so a conflict is about that one. */
function writerIn(data: unknown): Writer | null {
  const { writers } = (data ?? {}) as { writers?: Writer[] };
  return writers?.[0] ?? null;
}

const isSameSeen = (a: Seen<unknown>, b: Seen<unknown>): boolean =>
  a.version === b.version && sameValue(a.value, b.value);
