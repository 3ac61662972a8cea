"use client";

import { useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { DeedQueue } from "#components/queue/deed-queue.ts";
import { deliver } from "#components/queue/deliver.ts";
import { memoryStorage } from "#components/queue/queue-storage.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { type DiscussionState, DiscussionStore } from "./discussion-store.ts";
import { emptyComment, putComment, putThread } from "./thread-cache.ts";

interface Discussion {
  store: DiscussionStore;
  queue: DeedQueue;
}

const DiscussionContext = createContext<Discussion | null>(null);

/** What of the article's conversations is open. A claim that takes the focus takes the panel too, and the other way. */
export function DiscussionProvider({ children }: { children: ReactNode }) {
  const { store } = useWorkbench();
  const [discussion] = useState(() => new DiscussionStore());
  const queue = useQueue();
  useEffect(() => {
    let { focusedId } = store.get();
    const leaveClaims = store.subscribe(() => {
      const next = store.get().focusedId;
      if (next !== null && next !== focusedId) discussion.close();
      focusedId = next;
    });
    const leaveDiscussion = discussion.subscribe(() => {
      if (discussion.get().passage !== null) store.focus(null);
    });
    return () => {
      leaveClaims();
      leaveDiscussion();
    };
  }, [store, discussion]);
  const [value] = useState(() => ({ store: discussion, queue }));
  return <DiscussionContext value={value}>{children}</DiscussionContext>;
}

/** What is written in discussions goes through a queue; what the server answers is shown at once, everywhere. */
function useQueue(): DeedQueue {
  const queries = useQueryClient();
  const [queue] = useState(
    () => new DeedQueue({ storage: async () => memoryStorage(), deliver, tabs: () => alone }),
  );
  useEffect(() => {
    const leave = queue.onAnswer(({ deed, at }, { thread, comment }) => {
      if (deed.kind === "removeComment") emptyComment(queries, deed, at);
      if (thread) putThread(queries, thread);
      if (comment) putComment(queries, comment);
    });
    void queue.start();
    return () => {
      leave();
      queue.stop();
    };
  }, [queue, queries]);
  return queue;
}

const alone = { alone: (work: () => Promise<void>) => work(), tell: () => {}, close: () => {} };

function useParts(): Discussion {
  const discussion = use(DiscussionContext);
  if (!discussion) throw new Error("useDiscussionStore needs the workbench around it");
  return discussion;
}

export const useDiscussionStore = (): DiscussionStore => useParts().store;
export const useCommentQueue = (): DeedQueue => useParts().queue;

/** What `select` picks of it; renders the caller only when that changes. */
export function useDiscussion<Picked>(select: (state: DiscussionState) => Picked): Picked {
  const discussion = useDiscussionStore();
  const pick = useCallback(() => select(discussion.get()), [discussion, select]);
  return useSyncExternalStore(discussion.subscribe, pick, pick);
}
