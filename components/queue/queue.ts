import { chainOf, type Deed, isOrderFelt, madeBy, neededBy, subjectOf } from "./deed.ts";
import type { Entry, RefusalNote } from "./entry.ts";

/**
 * The queue as arithmetic: entries in, entries out. Time, storage, tabs and the network live around it. Entries are
 * always in the order of their turns.
 */
export type Entries = readonly Entry[];

/** Everything that can happen to the queue. An operation on an entry that is not there any more changes nothing. */
export type Operation =
  | { kind: "add"; entry: Entry }
  /** It is being sent: written down before it is, because from here on it may have arrived. */
  | { kind: "start"; id: string }
  /** The server did it. `version`: the version a next deed on the same subject builds on; null where there is none. */
  | { kind: "answer"; id: string; version: number | null }
  /** No answer, or the server broke (`isFault`). */
  | { kind: "fail"; id: string; isFault: boolean; restsUntil: number }
  | { kind: "refuse"; id: string; refusal: RefusalNote }
  /** What stood in the way was an earlier try of the same person: it is sent again over `version`. */
  | { kind: "rebase"; id: string; version: number }
  /** A person wants it tried again, after everything that was done since. */
  | { kind: "retry"; id: string; turn: number }
  /** A person gives it up. */
  | { kind: "discard"; ids: readonly string[] }
  /** What rests need not rest any longer. */
  | { kind: "release"; chain: string | null }
  /** Nobody is sending: what was under way is not. */
  | { kind: "recover" };

export function apply(entries: Entries, operation: Operation): Entries {
  switch (operation.kind) {
    case "add":
      return added(entries, operation.entry);
    case "start":
      return changed(entries, operation.id, (entry) => ({
        ...entry,
        state: { name: "underWay" },
        tries: entry.tries + 1,
      }));
    case "answer":
      return answered(entries, operation.id, operation.version);
    case "fail":
      return failed(entries, operation);
    case "refuse":
      return refused(entries, operation.id, operation.refusal);
    case "rebase":
      return changed(entries, operation.id, (entry) =>
        waiting({ ...entry, ...over(entry, operation.version) }),
      );
    case "retry":
      return inOrder(
        changed(entries, operation.id, (entry) => waiting({ ...entry, turn: operation.turn, faults: 0 })),
      );
    case "discard":
      return entries.filter(({ id }) => !operation.ids.includes(id));
    case "release":
      return entries.map((entry) => {
        const isMeant = operation.chain === null || chainOf(entry.deed) === operation.chain;
        return isMeant && entry.restsUntil > 0 ? { ...entry, restsUntil: 0 } : entry;
      });
    case "recover":
      return entries.map((entry) => (entry.state.name === "underWay" ? waiting(entry) : entry));
  }
}

/** The entry to be sent next; null while all that is left rests, waits for another or for a person. */
export function nextToSend(entries: Entries, now: number): Entry | null {
  const busy = new Set<string>();
  const missing = new Set<string>();
  for (const entry of entries) {
    const chain = chainIn(entry);
    const isBlocked = neededBy(entry.deed).some((thing) => missing.has(thing));
    if (entry.state.name === "refused" || isBlocked)
      for (const thing of madeBy(entry.deed)) missing.add(thing);
    if (entry.state.name === "refused" || isBlocked) continue;
    const isReady = entry.state.name === "waiting" && entry.restsUntil <= now && !busy.has(chain);
    if (isReady) return entry;
    busy.add(chain);
  }
  return null;
}

/**
 * True where one is being sent, as far as what is kept says. Unless this tab sends it, another does or its tab is gone: who
 * has the turn knows that nobody does (`recover`).
 */
export const hasBegun = (entries: Entries): boolean => entries.some(({ state }) => state.name === "underWay");

/** When the next resting entry may be sent, in milliseconds since 1970; null where none rests. */
export function nextRestEnds(entries: Entries): number | null {
  const rests = entries.filter(({ state, restsUntil }) => state.name === "waiting" && restsUntil > 0);
  return rests.length > 0 ? Math.min(...rests.map(({ restsUntil }) => restsUntil)) : null;
}

/** What can't be done before the deed of `id` is: what it would have made is missing. In order, without itself. */
export function dependentsOf(entries: Entries, id: string): Entry[] {
  const missing = new Set<string>();
  const found: Entry[] = [];
  for (const entry of entries) {
    const depends = neededBy(entry.deed).some((thing) => missing.has(thing));
    if (depends) found.push(entry);
    if (depends || entry.id === id) for (const thing of madeBy(entry.deed)) missing.add(thing);
  }
  return found;
}

/**
 * A later deed on a subject takes the place of an unsent one. Where the order among several is felt, it does so only
 * when nothing that feels it stands between. In a conflict the person may type on: the newer text is then what waits
 * for a decision.
 */
function added(entries: Entries, entry: Entry): Entries {
  const rested = isHurried(entry) ? apply(entries, { kind: "release", chain: chainOf(entry.deed) }) : entries;
  const old = rested.findLast((other) => isSameSubject(other, entry));
  if (!old || old.state.name === "underWay") return inOrder([...rested, entry]);
  const heir = { ...entry, doubts: doubtsAfter(old) };
  if (old.state.name === "refused") {
    const isUndecided =
      old.state.refusal.code === "CONFLICT" && versionIn(old.deed) === versionIn(entry.deed);
    const others = rested.filter(({ id }) => id !== old.id);
    return inOrder([...others, isUndecided ? { ...heir, turn: old.turn, state: old.state } : heir]);
  }
  if (isOrderFelt(entry.deed) && isFollowed(rested, old)) return inOrder([...rested, entry]);
  return rested.map((other) => (other.id === old.id ? { ...heir, turn: old.turn } : other));
}

/** The deed is done. A next one on its subject builds on what it left behind. */
function answered(entries: Entries, id: string, version: number | null): Entries {
  const done = entries.find((entry) => entry.id === id);
  if (!done) return entries;
  return entries
    .filter((entry) => entry.id !== id)
    .map((entry) => {
      const isNext = version !== null && entry.turn > done.turn && isSameSubject(entry, done);
      return isNext ? { ...entry, ...over(entry, version) } : entry;
    });
}

/** Waits again, unless the person has said something newer on the subject meanwhile. */
function failed(
  entries: Entries,
  { id, isFault, restsUntil }: Extract<Operation, { kind: "fail" }>,
): Entries {
  const entry = entries.find((other) => other.id === id);
  if (!entry) return entries;
  const heir = isOrderFelt(entry.deed) ? null : laterOnSubject(entries, entry);
  if (heir) {
    return entries
      .filter((other) => other.id !== id)
      .map((other) =>
        other.id === heir.id ? { ...heir, doubts: [...heir.doubts, ...doubtsAfter(entry)] } : other,
      );
  }
  return changed(entries, id, () => ({
    ...waiting(entry),
    restsUntil,
    faults: entry.faults + (isFault ? 1 : 0),
  }));
}

/** Waits for a person, unless the person has said something newer on the subject: then that one will be told. */
function refused(entries: Entries, id: string, refusal: RefusalNote): Entries {
  const entry = entries.find((other) => other.id === id);
  if (entry && laterOnSubject(entries, entry)) return entries.filter((other) => other.id !== id);
  return changed(entries, id, (other) => ({ ...other, state: { name: "refused", refusal } }));
}

/** A deed whose value a version guards, over another version. */
function over(entry: Entry, version: number): Pick<Entry, "deed" | "doubts"> {
  return { deed: "version" in entry.deed ? { ...entry.deed, version } : entry.deed, doubts: [] };
}

/** What a deed wants a thing to be, for telling an own earlier try from another person's change. */
export function wantedIn(deed: Deed): unknown {
  if (deed.kind === "setField") return deed.value;
  if (deed.kind === "moveClaim") return "exact" in deed.target ? [deed.target.start, deed.target.end] : null;
  return null;
}

const doubtsAfter = (entry: Entry): unknown[] =>
  entry.tries > 0 ? [...entry.doubts, wantedIn(entry.deed)] : entry.doubts;

const waiting = (entry: Entry): Entry => ({ ...entry, state: { name: "waiting" }, restsUntil: 0 });
const isHurried = (entry: Entry): boolean => entry.restsUntil === 0;
const versionIn = (deed: Deed): number | null => ("version" in deed ? deed.version : null);
const chainIn = (entry: Entry): string => `${entry.articleId}/${chainOf(entry.deed)}`;

/** Block ids belong to an article's revision and may be the same in another article. */
function isSameSubject(a: Entry, b: Entry): boolean {
  const subject = subjectOf(a.deed);
  return subject !== null && subject === subjectOf(b.deed) && a.articleId === b.articleId;
}

const laterOnSubject = (entries: Entries, entry: Entry): Entry | null =>
  entries.find((other) => other.turn > entry.turn && isSameSubject(other, entry)) ?? null;

const isFollowed = (entries: Entries, { deed, turn }: Entry): boolean =>
  entries.some(
    (entry) => entry.turn > turn && chainOf(entry.deed) === chainOf(deed) && isOrderFelt(entry.deed),
  );

const changed = (entries: Entries, id: string, change: (entry: Entry) => Entry): Entries =>
  entries.map((entry) => (entry.id === id ? change(entry) : entry));

/** By turn; two tabs may have drawn the same one in the same millisecond, and then the ids decide. */
const inOrder = (entries: Entries): Entries =>
  [...entries].sort((a, b) => a.turn - b.turn || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
