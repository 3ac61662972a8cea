import { sameValue } from "#components/claim/same-value.ts";
import type { AnchorRange } from "#domain/anchor.ts";
import type { Dismissal } from "#domain/article.ts";
import type { ClaimSummary } from "#domain/claim.ts";

/** What the person did to the claims of an article and the server has not answered: shown over what the server said. */
export interface Unsent {
  /** Claims that were made here. */
  readonly made: ReadonlyMap<string, ClaimSummary>;
  /** Whether a claim stands that was deleted or restored here: the last of both. */
  readonly standing: ReadonlyMap<string, boolean>;
  /** Where claims were moved to. */
  readonly places: ReadonlyMap<string, AnchorRange>;
  /** By block id: how bullets were dismissed, null where one was reopened. */
  readonly bullets: ReadonlyMap<string, Dismissal | null>;
}

export const NOTHING_UNSENT: Unsent = {
  made: new Map(),
  standing: new Map(),
  places: new Map(),
  bullets: new Map(),
};

export const isSameUnsent = (a: Unsent, b: Unsent): boolean =>
  isSameMap(a.made, b.made) &&
  isSameMap(a.standing, b.standing) &&
  isSameMap(a.places, b.places) &&
  isSameMap(a.bullets, b.bullets);

const isSameMap = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean =>
  a.size === b.size && [...a].every(([key, value]) => b.has(key) && sameValue(value, b.get(key)));
