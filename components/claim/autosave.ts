import type { ErrorCode } from "#domain/error.ts";

/**
 * The saving of one field, as a pure machine: what is on the server, what the person has typed, and what is under way.
 * Time, network and storage live in `autosave-store.ts`; here is only what may happen after what.
 */
export interface FieldState<Value> {
  /** What the server is known to hold, and the version of the record in which it was seen. */
  readonly base: Value;
  readonly baseVersion: number;
  /** What the person sees. */
  readonly value: Value;
  readonly phase: Phase<Value>;
}

export type Phase<Value> =
  /** Value and base are the same. `saved`: and that is because of us, so the word "saved" is owed. */
  | { name: "clean"; saved: boolean }
  /** Typed and not sent. */
  | { name: "dirty" }
  /** Sent and not answered; the person may go on typing. `tries` counts the tries in a row that failed before. */
  | { name: "saving"; sent: Value; tries: number }
  /** The last try did not get through, nor did the ones before it: `tries` in a row. */
  | { name: "retrying"; tries: number }
  /** The server refused what was typed; trying again would not help. The text stays. */
  | { name: "refused"; code: RefusalCode }
  /** Another person changed the same field. Nothing is sent until someone decides. */
  | { name: "conflict"; theirs: Value; theirVersion: number };

/** One of the server's codes, or an answer that was none of ours. */
export type RefusalCode = ErrorCode | "BROKEN";

export type FieldEvent<Value> =
  | { type: "edit"; value: Value }
  | { type: "send" }
  | { type: "saved"; value: Value; version: number }
  | { type: "unreachable" }
  | { type: "refused"; code: RefusalCode }
  | { type: "conflict"; theirs: Value; version: number }
  /** The record as somebody's (or our own other field's) write left it. */
  | { type: "incoming"; value: Value; version: number }
  | { type: "keepMine" }
  | { type: "takeTheirs" }
  | { type: "merge"; value: Value };

/**
 * Whether two values of a field (JSON: a string, a list, a document) mean the same. White space around a string means
 * nothing, because the server trims it; the order of an object's keys means nothing, because PostgreSQL forgets it.
 */
export const sameValue = (a: unknown, b: unknown): boolean =>
  typeof a === "string" && typeof b === "string" ? a.trim() === b.trim() : equalJson(a, b);

function equalJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a);
  return (
    left.length === Object.keys(b).length &&
    left.every(
      ([key, value]) => Object.hasOwn(b, key) && equalJson(value, (b as Record<string, unknown>)[key]),
    )
  );
}

export const cleanField = <Value>(value: Value, version: number): FieldState<Value> => ({
  base: value,
  baseVersion: version,
  value,
  phase: { name: "clean", saved: false },
});

/** A field with text that was typed in an earlier life of the page and never reached the server. */
export const recoveredField = <Value>(
  draft: { value: Value; base: Value; baseVersion: number },
  current: { value: Value; version: number },
): FieldState<Value> => {
  if (sameValue(draft.value, current.value)) return cleanField(current.value, current.version);
  const untouched = sameValue(draft.base, current.value);
  return {
    base: draft.base,
    baseVersion: untouched ? current.version : draft.baseVersion,
    value: draft.value,
    phase: { name: "dirty" },
  };
};

/** True where the person's text is not on the server. */
export const isUnsaved = (state: FieldState<unknown>): boolean => state.phase.name !== "clean";

/** True where sending now makes sense: the store asks this when its timer, a blur or the network calls. */
export const wantsSending = (state: FieldState<unknown>): boolean =>
  state.phase.name === "dirty" || state.phase.name === "retrying";

/** The state after `event`. An event that makes no sense in a state leaves it as it is. */
export function step<Value>(state: FieldState<Value>, event: FieldEvent<Value>): FieldState<Value> {
  switch (event.type) {
    case "edit":
      return edited(state, event.value);
    case "send":
      return sent(state);
    case "saved":
      return saved(state, event);
    case "unreachable":
      return unreachable(state);
    case "refused":
      return { ...state, phase: { name: "refused", code: event.code } };
    case "conflict":
      return conflicted(state, event);
    case "incoming":
      return incoming(state, event);
    case "keepMine":
      return settled(state, state.value);
    case "takeTheirs":
      return state.phase.name === "conflict" ? settled(state, state.phase.theirs) : state;
    case "merge":
      return settled(state, event.value);
  }
}

function sent<Value>(state: FieldState<Value>): FieldState<Value> {
  if (!wantsSending(state)) return state;
  const tries = state.phase.name === "retrying" ? state.phase.tries : 0;
  return { ...state, phase: { name: "saving", sent: state.value, tries } };
}

function unreachable<Value>(state: FieldState<Value>): FieldState<Value> {
  if (state.phase.name !== "saving") return state;
  return { ...state, phase: { name: "retrying", tries: state.phase.tries + 1 } };
}

function edited<Value>(state: FieldState<Value>, value: Value): FieldState<Value> {
  if (state.value === value) return state;
  const { phase } = state;
  const isUnderWay = phase.name === "saving" || phase.name === "retrying" || phase.name === "conflict";
  if (isUnderWay) return { ...state, value };
  if (!sameValue(state.base, value)) return { ...state, value, phase: { name: "dirty" } };
  return { ...state, value, phase: phase.name === "clean" ? phase : { name: "clean", saved: false } };
}

/**
 * The answer to what was sent; where the person typed on meanwhile, there is more to send. What they typed stays on the
 * screen letter for letter, unless the server made something else of it than trimming.
 */
function saved<Value>(
  state: FieldState<Value>,
  { value, version }: { value: Value; version: number },
): FieldState<Value> {
  if (state.phase.name !== "saving") return incoming(state, { value, version });
  const typedOn = !sameValue(state.value, state.phase.sent);
  const isStored = sameValue(state.value, value);
  return {
    base: value,
    baseVersion: Math.max(version, state.baseVersion),
    value: typedOn || isStored ? state.value : value,
    phase: typedOn && !isStored ? { name: "dirty" } : { name: "clean", saved: true },
  };
}

function conflicted<Value>(
  state: FieldState<Value>,
  { theirs, version }: { theirs: Value; version: number },
): FieldState<Value> {
  if (sameValue(theirs, state.value)) return cleanField(theirs, version);
  return { ...state, phase: { name: "conflict", theirs, theirVersion: version } };
}

/**
 * Untouched fields follow the server. In a field with unsaved text the version only moves on while the server still
 * holds what the text was typed over; otherwise the old version is kept, so that sending it is answered by a conflict.
 */
function incoming<Value>(
  state: FieldState<Value>,
  { value, version }: { value: Value; version: number },
): FieldState<Value> {
  if (version < state.baseVersion) return state;
  if (state.phase.name === "clean") {
    const same = sameValue(state.base, value);
    if (same && version === state.baseVersion) return state;
    if (same) return { ...state, base: value, baseVersion: version };
    return cleanField(value, version);
  }
  if (state.phase.name === "conflict") {
    return { ...state, phase: { name: "conflict", theirs: value, theirVersion: version } };
  }
  return sameValue(state.base, value) ? { ...state, baseVersion: version } : state;
}

/** A decided conflict: what was chosen is now typed over their text. */
function settled<Value>(state: FieldState<Value>, value: Value): FieldState<Value> {
  if (state.phase.name !== "conflict") return state;
  const { theirs, theirVersion } = state.phase;
  const phase: Phase<Value> = sameValue(theirs, value) ? { name: "clean", saved: false } : { name: "dirty" };
  return { base: theirs, baseVersion: theirVersion, value, phase };
}

/** How long to wait before try number `tries` + 1, in milliseconds: doubling from one second, half a minute at most. */
export const retryDelay = (tries: number): number => Math.min(30_000, 1000 * 2 ** Math.max(0, tries - 1));
