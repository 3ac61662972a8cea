import { lookOf } from "#components/verdict/standing.ts";
import type { ClaimSummary } from "#domain/claim.ts";
import type { Scale } from "#domain/scale.ts";
import type { ClaimLook } from "#editor/claim-layer/painted-claim.ts";

export interface MeterPart {
  look: ClaimLook;
  count: number;
}

/** How many claims stand how: settled ones in the order of the scale, then what is in work, then what is untouched. */
export function meterParts(claims: readonly ClaimSummary[], scale: Scale): MeterPart[] {
  const counts = new Map<ClaimLook, number>();
  for (const claim of claims) {
    const look = lookOf(claim);
    counts.set(look, (counts.get(look) ?? 0) + 1);
  }
  const settled = scale.ratings.map(({ colour }): ClaimLook => `settled-${colour}`);
  const order = new Set<ClaimLook>([...settled, ...counts.keys()]);
  for (const last of ["work", "open"] as const) {
    order.delete(last);
    order.add(last);
  }
  return [...order].flatMap((look) => {
    const count = counts.get(look);
    return count ? [{ look, count }] : [];
  });
}
