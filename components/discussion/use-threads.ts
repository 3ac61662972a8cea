"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { orpc } from "#components/api/client.ts";
import { useDesk } from "#components/shell/desk-context.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { blockAround } from "#domain/block.ts";
import type { Thread, ThreadState } from "#domain/comment.ts";
import { type ShownThread, shownThreads } from "./shown-threads.ts";
import { useWaitingDeeds } from "./use-comment-writing.ts";

/** As many as the API answers at once. */
const PAGE = 200;

export interface ThreadList {
  threads: readonly ShownThread[];
  isPending: boolean;
  /** Why there is nothing to show; null where something is. */
  error: unknown;
  refetch: () => void;
  /** How there is more, where not all are asked for. */
  more: (() => void) | null;
  isLoadingMore: boolean;
}

interface ThreadScope {
  /** Absent: those of the whole article. */
  claimId?: string | undefined;
  state: ThreadState;
  /** Every page is asked for, one after another; else only as far as a person goes. */
  isWhole?: boolean;
}

/** Conversations as they are shown: what the server has, and what was done here and has not arrived. */
export function useThreads({ claimId, state, isWhole = true }: ThreadScope): ThreadList {
  const { article } = useWorkbench();
  const query = useInfiniteQuery(
    orpc.thread.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        articleId: article.id,
        state,
        limit: isWhole ? PAGE : 30,
        ...(claimId !== undefined && { claimId }),
        ...(cursor !== undefined && { cursor }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const { hasNextPage, isFetching, fetchNextPage } = query;
  useEffect(() => {
    if (isWhole && hasNextPage && !isFetching) void fetchNextPage();
  }, [isWhole, hasNextPage, isFetching, fetchNextPage]);
  const known = useMemo(
    () => query.data?.pages.flatMap(({ items }) => items) as Thread[] | undefined,
    [query.data],
  );
  const threads = useShown(known, { claimId, state });
  return {
    threads,
    isPending: query.isPending,
    error: query.data ? null : query.error,
    refetch: () => void query.refetch(),
    more: hasNextPage && !isWhole ? () => void fetchNextPage() : null,
    isLoadingMore: query.isFetchingNextPage,
  };
}

/** `threads` with what waits. New ones are shown where they belong: with their claim, or in the whole article's list. */
interface ShownScope {
  claimId?: string | undefined;
  threadId?: string;
  state: ThreadState;
}

function useShown(
  threads: readonly Thread[] | undefined,
  { claimId, threadId, state }: ShownScope,
): readonly ShownThread[] {
  const { article } = useWorkbench();
  const { member } = useDesk();
  const waiting = useWaitingDeeds();
  return useMemo(() => {
    const { blocks, id: revisionId } = article.revision;
    const shown = shownThreads(threads ?? [], waiting, {
      articleId: article.id,
      me: { id: member.id, name: member.name, disabled: false },
      holds: (deed) =>
        (claimId === undefined || deed.claimId === claimId) &&
        (threadId === undefined || deed.threadId === threadId),
      anchorOf: ({ target }) => {
        if (!target || !("exact" in target) || target.start === undefined || target.end === undefined)
          return null;
        const { exact, prefix = "", suffix = "", start, end } = target;
        const blockId = blockAround(blocks, { start, end })?.id;
        // Opened in another revision, it has no place in this one until the server says where.
        const isElsewhere = target.revisionId !== undefined && target.revisionId !== revisionId;
        if (blockId === undefined || isElsewhere) return null;
        return { revisionId, blockId, start, end, exact, prefix, suffix };
      },
    });
    return state === "all"
      ? shown
      : shown.filter(({ resolved }) => (state === "open") === (resolved === null));
  }, [threads, waiting, claimId, threadId, state, article, member]);
}

/** One conversation, wherever it belongs. A thread that is being opened here is there before the server has it. */
export function useThread(threadId: string) {
  const waiting = useWaitingDeeds();
  const isOpening = waiting.some(({ deed }) => deed.kind === "openThread" && deed.threadId === threadId);
  const query = useQuery(orpc.thread.get.queryOptions({ input: { threadId }, enabled: !isOpening }));
  const known = useMemo(() => (query.data ? [query.data as Thread] : []), [query.data]);
  const [thread] = useShown(known, { threadId, state: "all" });
  return {
    thread: thread ?? null,
    isPending: query.isPending && !isOpening,
    error: query.error,
    refetch: () => void query.refetch(),
  };
}
