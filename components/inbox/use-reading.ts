"use client";

import { type InfiniteData, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { client, orpc } from "#components/api/client.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { notifyFailure, notifyOffer } from "#components/workbench/notify.tsx";
import type { Notification } from "#domain/notification.ts";
import { INBOX_PAGES } from "./use-unread.ts";

export interface Reading {
  /** Says that one was read, or is to count as unread again. */
  mark: (id: string, isRead: boolean) => void;
  /** Everything that is there now; with a way back. */
  markAll: () => void;
}

/** As many ids as one call takes. */
const AT_ONCE = 200;

interface Page {
  items: Notification[];
  nextCursor: string | null;
  unread: number;
}

/** Reading one's inbox: shown at once, told the server behind. */
export function useReading(): Reading {
  const t = useTranslations("inbox");
  const queries = useQueryClient();
  const announce = useAnnounce();
  const messageOf = useErrorMessage();
  return useMemo(() => {
    const refresh = () => queries.invalidateQueries({ queryKey: orpc.notification.list.key() });
    const told = async (work: Promise<unknown>) => {
      try {
        await work;
      } catch (error) {
        notifyFailure(t("markFailed"), messageOf(error));
      } finally {
        await refresh();
      }
    };
    const putBack = async (ids: readonly string[]) => {
      for (let at = 0; at < ids.length; at += AT_ONCE) {
        await client.notification.read({ ids: ids.slice(at, at + AT_ONCE), read: false });
      }
      announce(t("undone"));
    };
    const markAll = async () => {
      const upTo = new Date().toISOString();
      const ids = await unreadIds();
      await client.notification.read({ all: true, upTo: newest(ids, upTo) });
      const message = t("markedAll", { count: ids.length });
      announce(message);
      const onPress = () => void told(putBack(ids.map(({ id }) => id)));
      if (ids.length > 0) notifyOffer({ id: "inbox-read", message, button: t("undo"), onPress });
    };
    return {
      mark: (id, isRead) => {
        show(queries, id, isRead);
        void told(client.notification.read({ ids: [id], read: isRead }));
      },
      markAll: () => void told(markAll()),
    };
  }, [queries, announce, messageOf, t]);
}

/** All that is unread now: what a way back from "all read" has to name. */
async function unreadIds(): Promise<Pick<Notification, "id" | "createdAt">[]> {
  const found: Pick<Notification, "id" | "createdAt">[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Page = await client.notification.list({
      show: "unread",
      limit: AT_ONCE,
      ...(cursor !== undefined && { cursor }),
    });
    found.push(...page.items);
    cursor = page.nextCursor;
  }
  return found;
}

/** The server's own moment of the newest one, so that a wrong clock here neither misses one nor takes in a later one. */
const newest = (found: readonly Pick<Notification, "createdAt">[], otherwise: string): string =>
  found[0]?.createdAt ?? otherwise;

function show(queries: QueryClient, id: string, isRead: boolean): void {
  queries.setQueriesData<InfiniteData<Page>>({ queryKey: INBOX_PAGES }, (before) =>
    before
      ? {
          ...before,
          pages: before.pages.map((page) => ({
            ...page,
            items: page.items.map((item) =>
              item.id === id ? { ...item, readAt: isRead ? new Date().toISOString() : null } : item,
            ),
          })),
        }
      : before,
  );
}
