"use client";

import { type QueryClient, skipToken, useQuery } from "@tanstack/react-query";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { Article, WaitingDraft } from "#domain/article.ts";
import type { LiveEvent } from "#domain/live.ts";

/** What was heard is about the article as it was read last. */
const keyOf = ({ id, seq }: Pick<Article, "id" | "seq">) => ["waiting-draft", id, seq] as const;

/** The new version of the workbench's article that waits to be saved, as the page heard last; null for none. */
export function useWaitingDraft(): Pick<WaitingDraft, "createdBy"> | null {
  const { article } = useWorkbench();
  const { data } = useQuery<Pick<WaitingDraft, "createdBy"> | null>({
    queryKey: keyOf(article),
    queryFn: skipToken,
  });
  return data === undefined ? article.draft : data;
}

/** Takes over from news that a draft came or went. */
export function takeDraftNews(
  queries: QueryClient,
  article: Pick<Article, "id" | "seq">,
  events: readonly LiveEvent[],
): void {
  for (const { kind, actor } of events) {
    if (kind === "revision.drafted" && actor) queries.setQueryData(keyOf(article), { createdBy: actor });
    if (kind === "revision.discarded" || kind === "article.revised")
      queries.setQueryData(keyOf(article), null);
  }
}
