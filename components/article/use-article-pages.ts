"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { orpc } from "#components/api/client.ts";
import { useAnnounce } from "#components/ui/announcer.tsx";
import type { ArticleSummary } from "#domain/article.ts";

export interface ArticlePage {
  items: ArticleSummary[];
  nextCursor: string | null;
}

/** Articles that match `q`, page by page; the server's first page is shown until it is old. */
export function useArticlePages(q: string, first: { q: string; page: ArticlePage }) {
  const query = useInfiniteQuery(
    orpc.article.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...(q && { q }), ...(cursor && { cursor }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
      ...(q === first.q && { initialData: { pages: [first.page], pageParams: [undefined] } }),
    }),
  );
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const isSearching = query.isPlaceholderData;
  useFoundAnnouncement(q, isSearching ? null : items.length);
  return {
    items,
    isPending: query.isPending,
    isSuccess: query.isSuccess && !isSearching,
    isSearching,
    error: query.error,
    retry: () => void query.refetch(),
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}

/** Tells a screen reader how many were found; null while it is not known. */
function useFoundAnnouncement(q: string, count: number | null) {
  const announce = useAnnounce();
  const t = useTranslations("articles");
  useEffect(() => {
    if (q !== "" && count !== null) announce(t("found", { count }));
  }, [announce, t, q, count]);
}
