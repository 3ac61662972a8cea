import { summaryOf } from "#components/claim/claim-summary.ts";
import type { ClaimNews } from "#components/workbench/claim-store.ts";
import type { ClaimAbilities } from "#domain/claim.ts";
import type { News } from "#domain/live.ts";

/** What of news the claim store takes in. `abilities`: what this page's member may do; null where the news say so. */
export function claimNewsOf(news: News, abilities: ClaimAbilities | null): ClaimNews {
  const decided = new Set(
    news.events
      .filter(({ kind }) => kind === "claim.deleted" || kind === "claim.restored")
      .map(({ claimId }) => claimId),
  );
  // Events have no gaps: fewer than the numbers they span means that the oldest were left out.
  const isCutShort = news.events.length < news.to - news.from;
  return {
    claims: news.claims.map((claim) => ({ ...summaryOf(claim), ...(abilities && { abilities }) })),
    gone: news.gone,
    bullets: news.bullets,
    isDeletionKnown: (claimId) => isCutShort || decided.has(claimId),
  };
}
