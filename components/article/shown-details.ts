"use client";

import { type QueryClient, skipToken, useQuery } from "@tanstack/react-query";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { Article } from "#domain/article.ts";
import type { DetailField } from "./detail-values.ts";

/** What is said about an article, at a version of it. */
export type ShownDetails = Pick<Article, DetailField | "version">;

const keyOf = (articleId: string) => ["article-details", articleId] as const;

/** What is said about the workbench's article, as the server answered last; the same object until that changes. */
export function useShownDetails(): ShownDetails {
  const { article } = useWorkbench();
  const { data } = useQuery<ShownDetails>({ queryKey: keyOf(article.id), queryFn: skipToken });
  return data && data.version > article.version ? data : article;
}

/** Shows what the server says about an article, unless something newer is shown already. */
export function takeDetails(queries: QueryClient, articleId: string, details: ShownDetails): void {
  queries.setQueryData<ShownDetails>(keyOf(articleId), (held) =>
    held && held.version > details.version ? held : details,
  );
}
