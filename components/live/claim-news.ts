import { summaryOf } from "#components/claim/claim-summary.ts";
import type { ClaimNews } from "#components/workbench/server-word.ts";
import type { News } from "#domain/live.ts";

/** What of news the claim store takes in. */
export const claimNewsOf = ({ to, claims, gone, bullets }: News): ClaimNews => ({
  seq: to,
  claims: claims.map(summaryOf),
  gone,
  bullets,
});
