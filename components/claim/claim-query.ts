import { queryOptions, replaceEqualDeep } from "@tanstack/react-query";
import { type AsOf, client } from "#components/api/client.ts";
import type { Claim } from "#domain/claim.ts";
import { fromWire } from "./from-wire.ts";

/** A claim with its findings as the server said last, as of event `seq` of its article. */
export interface SaidClaim {
  claim: Claim;
  seq: number;
}

/** The queries of all claims. */
export const CLAIM_QUERIES = ["claim"] as const;

/** A claim with its findings. What is as of an earlier event than what is held is not taken. */
export const claimQuery = (claimId: string) =>
  queryOptions({
    queryKey: [...CLAIM_QUERIES, claimId] as const,
    queryFn: async ({ signal }): Promise<SaidClaim> => {
      const asOf: AsOf = { seq: null };
      const claim = fromWire(await client.claim.get({ claimId }, { signal, context: { asOf } }));
      return { claim, seq: asOf.seq ?? 0 };
    },
    structuralSharing: (held, said) => newerOf(held as SaidClaim | undefined, said as SaidClaim),
  });

/** The newer of both; the parts of it that did not change are the same objects. */
export function newerOf(held: SaidClaim | undefined, said: SaidClaim): SaidClaim {
  if (!held) return said;
  return said.seq < held.seq ? held : replaceEqualDeep(held, said);
}
