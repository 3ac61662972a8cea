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
import { useQueue } from "#components/queue/queue-provider.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { type DiscussionState, DiscussionStore } from "./discussion-store.ts";
import { emptyComment, putComment, putThread } from "./thread-cache.ts";

const DiscussionContext = createContext<DiscussionStore | null>(null);

/** What of the article's conversations is open. A claim that takes the focus takes the panel too, and the other way. */
export function DiscussionProvider({ children }: { children: ReactNode }) {
  const { store } = useWorkbench();
  const [discussion] = useState(() => new DiscussionStore());
  useTakenAnswers();
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
  return <DiscussionContext value={discussion}>{children}</DiscussionContext>;
}

/** What the server answers is shown while its deed still stands, so that nothing flickers in between. */
function useTakenAnswers(): void {
  const queue = useQueue();
  const queries = useQueryClient();
  useEffect(
    () =>
      queue.onAnswer(({ deed, at }, { thread, comment, seq }) => {
        if (deed.kind === "removeComment") emptyComment(queries, { ...deed, seq }, at);
        if (thread) putThread(queries, thread, seq);
        if (comment) putComment(queries, comment, seq);
      }),
    [queue, queries],
  );
}

export function useDiscussionStore(): DiscussionStore {
  const discussion = use(DiscussionContext);
  if (!discussion) throw new Error("useDiscussionStore needs the workbench around it");
  return discussion;
}

/** What `select` picks of it; renders the caller only when that changes. */
export function useDiscussion<Picked>(select: (state: DiscussionState) => Picked): Picked {
  const discussion = useDiscussionStore();
  const pick = useCallback(() => select(discussion.get()), [discussion, select]);
  return useSyncExternalStore(discussion.subscribe, pick, pick);
}
