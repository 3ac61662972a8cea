"use client";

import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { orpc } from "#components/api/client.ts";
import { useLive } from "#components/live/live-provider.tsx";
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
  useLiveRefresh();
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

/** A list follows no article: it is asked for anew when the line is back, and when something concerned this member. */
function useLiveRefresh() {
  const live = useLive();
  const queries = useQueryClient();
  useEffect(() => {
    let isFirst = live.welcome === null;
    return live.onMessage(({ type }) => {
      if (type !== "welcome" && type !== "inbox") return;
      // The page is newer than the first welcome on it.
      if (!isFirst) void queries.invalidateQueries({ queryKey: orpc.article.list.key() });
      isFirst = false;
    });
  }, [live, queries]);
}
