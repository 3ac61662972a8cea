"use client";

import { useCallback } from "react";
import { useSheet } from "#components/workbench/sheet-context.tsx";
import { useOpenClaim } from "#components/workbench/use-open-claim.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { Thread } from "#domain/comment.ts";
import { useDiscussionStore } from "./discussion-context.tsx";
import { usePassageThreads } from "./use-passage-threads.ts";

/** Opens a conversation where it belongs: in its claim's panel, or in the panel's place beside its words. */
export function useOpenThread(): (thread: Pick<Thread, "id" | "claimId" | "anchor">) => void {
  const { reader, article } = useWorkbench();
  const revisionId = article.revision.id;
  const { raise } = useSheet();
  const discussion = useDiscussionStore();
  const openClaim = useOpenClaim();
  return useCallback(
    ({ id, claimId, anchor }) => {
      if (claimId !== null) {
        openClaim(claimId);
        discussion.want(id);
        return;
      }
      discussion.show(id);
      raise();
      // Words of another revision have no place in this text.
      if (anchor?.revisionId !== revisionId) return;
      // The sheet has to have risen before one can say what it leaves in view.
      requestAnimationFrame(() => requestAnimationFrame(() => reader.current?.revealRange(anchor)));
    },
    [reader, revisionId, raise, discussion, openClaim],
  );
}

/** The same for a passage that is marked in the text, of which only the id is known there. */
export function useOpenPassage(): (threadId: string) => void {
  const threads = usePassageThreads();
  const open = useOpenThread();
  return useCallback(
    (threadId) => {
      const thread = threads.find(({ id }) => id === threadId);
      if (thread) open(thread);
    },
    [threads, open],
  );
}
