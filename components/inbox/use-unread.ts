"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { orpc } from "#components/api/client.ts";
import { useLive } from "#components/live/live-provider.tsx";

const COUNT = { show: "unread" as const, limit: 1 };

/**
 * How many things wait in the inbox; null while nobody has said. The line tells of each change; without a line the
 * number is asked for again when the page is looked at.
 */
export function useUnread(): number | null {
  const live = useLive();
  const queries = useQueryClient();
  const query = useQuery(
    orpc.notification.list.queryOptions({ input: COUNT, refetchOnWindowFocus: "always" }),
  );
  const { queryKey } = orpc.notification.list.queryOptions({ input: COUNT });
  const key = JSON.stringify(queryKey);
  useEffect(
    () =>
      live.onMessage((message) => {
        if (message.type !== "inbox" && message.type !== "welcome") return;
        const own = JSON.parse(key) as typeof queryKey;
        const before = queries.getQueryData(own)?.unread;
        queries.setQueryData(own, (held) => ({
          items: held?.items ?? [],
          nextCursor: held?.nextCursor ?? null,
          unread: message.unread,
        }));
        // An answer under way may have been counted earlier.
        if (queries.getQueryState(own)?.fetchStatus === "fetching")
          void queries.invalidateQueries({ queryKey: own, exact: true });
        if (before !== message.unread) void queries.invalidateQueries({ queryKey: INBOX_PAGES });
      }),
    [live, queries, key],
  );
  return query.data?.unread ?? null;
}

/** The pages of the inbox, whichever filter they were asked with. */
export const INBOX_PAGES = orpc.notification.list.key({ type: "infinite" });
