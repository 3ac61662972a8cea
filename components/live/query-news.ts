import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { orpc } from "#components/api/client.ts";
import { claimQuery, newerOf } from "#components/claim/claim-query.ts";
import { noteThread } from "#components/discussion/thread-cache.ts";
import type { News } from "#domain/live.ts";

/** Takes news into what was asked for before: claims are known already, the rest is asked for anew where it is shown. */
export function takeIntoQueries(queries: QueryClient, news: News): void {
  for (const claim of news.claims) {
    const { queryKey } = claimQuery(claim.id);
    const state = queries.getQueryState(queryKey);
    if (state?.data !== undefined || state?.fetchStatus === "fetching")
      queries.setQueryData(queryKey, (held) => newerOf(held, { claim, seq: news.to }));
  }
  for (const claimId of touchedClaims(news)) {
    askAnew(queries, orpc.event.list.key({ input: { claimId } }));
  }
  if (news.article !== null) {
    void queries.invalidateQueries({
      queryKey: orpc.watch.get.key({ input: { articleId: news.articleId } }),
    });
  }
  if (news.threads.length > 0) {
    askAnew(queries, orpc.thread.list.key({ input: { articleId: news.articleId } }));
    for (const { id: threadId } of news.threads) {
      noteThread(queries, threadId, news.to);
      askAnew(queries, orpc.thread.get.key({ input: { threadId } }));
    }
  }
}

const touchedClaims = ({ claims, gone }: News): Set<string> =>
  new Set([...claims.map(({ id }) => id), ...gone]);

/** What is shown is asked for anew. A first answer under way may be older than the news; it is shown until the second. */
function askAnew(queries: QueryClient, queryKey: QueryKey): void {
  const ask = () => void queries.invalidateQueries({ queryKey });
  for (const query of queries.getQueryCache().findAll({ queryKey, fetchStatus: "fetching" })) {
    if (query.state.data === undefined) void query.promise?.then(ask, ask);
  }
  ask();
}
