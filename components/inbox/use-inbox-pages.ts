"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { orpc } from "#components/api/client.ts";
import type { Notification } from "#domain/notification.ts";

export const SHOWS = ["all", "unread"] as const;
export type Show = (typeof SHOWS)[number];

const PAGE = 30;

/** One's inbox page by page, the newest first. */
export function useInboxPages(show: Show) {
  const query = useInfiniteQuery(
    orpc.notification.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ show, limit: PAGE, ...(cursor !== undefined && { cursor }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      refetchOnMount: "always",
    }),
  );
  const items: readonly Notification[] = query.data?.pages.flatMap((page) => page.items) ?? [];
  return { ...query, items };
}
