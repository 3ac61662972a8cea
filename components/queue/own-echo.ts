import { fieldValuesOf, fieldVersionOf } from "#components/claim/claim-field.ts";
import { sameValue } from "#components/claim/same-value.ts";
import type { Claim } from "#domain/claim.ts";
import type { Entry, RefusalNote } from "./entry.ts";

/**
 * The version over which a deed that met a CONFLICT is to be sent again, where what stands there is an earlier try of
 * the same deed that had arrived without an answer; null where another person wrote it.
 */
export function versionAfterOwnEcho({ deed, doubts }: Entry, refusal: RefusalNote): number | null {
  if (refusal.code !== "CONFLICT" || doubts.length === 0) return null;
  const { current } = refusal.data as { current: Claim };
  if (deed.kind === "setField") {
    const there: unknown = fieldValuesOf(current)[deed.field];
    return doubts.some((doubt) => sameValue(doubt, there)) ? fieldVersionOf(current, deed.field) : null;
  }
  if (deed.kind === "moveClaim") {
    const there = [current.anchor.start, current.anchor.end];
    return doubts.some((doubt) => sameValue(doubt, there)) ? current.version : null;
  }
  return null;
}
