import type { QueryClient } from "@tanstack/react-query";
import { orpc } from "#components/api/client.ts";
import { isSameAbilities } from "#components/workbench/claim-store.ts";
import type { ClaimAbilities } from "#domain/claim.ts";
import type { News } from "#domain/live.ts";

/** Takes news into what was asked for before: claims are known already, the rest is asked for anew where it is shown. */
export function takeIntoQueries(queries: QueryClient, news: News): void {
  for (const claim of news.claims) {
    const queryKey = orpc.claim.get.queryKey({ input: { claimId: claim.id } });
    const state = queries.getQueryState(queryKey);
    const isUnderWay = state?.fetchStatus === "fetching";
    if (state?.data !== undefined || isUnderWay) queries.setQueryData(queryKey, claim);
    // The answer may be older than the news. (Only where there is data is a second question asked in place of a first.)
    if (isUnderWay) void queries.invalidateQueries({ queryKey });
  }
  for (const claimId of touchedClaims(news)) {
    void queries.invalidateQueries({ queryKey: orpc.event.list.key({ input: { claimId } }) });
  }
  if (news.threads.length > 0) {
    void queries.invalidateQueries({
      queryKey: orpc.thread.list.key({ input: { articleId: news.articleId } }),
    });
    for (const { id: threadId } of news.threads) {
      void queries.invalidateQueries({ queryKey: orpc.thread.get.key({ input: { threadId } }) });
    }
  }
}

const touchedClaims = ({ claims, gone }: News): Set<string> =>
  new Set([...claims.map(({ id }) => id), ...gone]);

/** Says in every claim that was asked for what may be done with it from now on. */
export function allowInQueries(queries: QueryClient, abilities: ClaimAbilities): void {
  queries.setQueriesData<{ abilities: ClaimAbilities }>(
    { queryKey: orpc.claim.get.key() },
    (claim) => claim && (isSameAbilities(claim.abilities, abilities) ? claim : { ...claim, abilities }),
  );
}
