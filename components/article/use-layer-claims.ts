"use client";

import { useEffect, useLayoutEffect, useMemo } from "react";
import { useDiscussion } from "#components/discussion/discussion-context.tsx";
import type { DiscussionState } from "#components/discussion/discussion-store.ts";
import { usePassageThreads } from "#components/discussion/use-passage-threads.ts";
import { lookOf } from "#components/verdict/standing.ts";
import type { WorkbenchState } from "#components/workbench/claim-store.ts";
import { useClaims, useWorkbench } from "#components/workbench/workbench-context.tsx";
import { placedOf } from "#domain/anchor.ts";
import type { ClaimLayer } from "#editor/claim-layer/claim-layer.ts";
import type { PaintedClaim } from "#editor/claim-layer/painted-claim.ts";

const selectClaims = (state: WorkbenchState) => state.claims;
const selectFocused = (state: WorkbenchState) => state.focusedId;
const selectPassage = (state: DiscussionState) => state.passage;

/** Keeps the layer showing the claims there are and the passages that are talked about. Claims that need placing have no place and are not painted. */
export function useLayerClaims(layer: ClaimLayer | null): void {
  const { article } = useWorkbench();
  const claims = useClaims(selectClaims);
  const focusedId = useClaims(selectFocused);
  const passage = useDiscussion(selectPassage);
  const threads = usePassageThreads();
  const painted = useMemo(
    () =>
      placedOf(claims).flatMap((claim): PaintedClaim[] => {
        const { blockId, start, end, revisionId } = claim.anchor;
        // News of a newer revision may come before its text does.
        if (revisionId !== article.revision.id) return [];
        return [{ id: claim.id, blockId, start, end, look: lookOf(claim) }];
      }),
    [claims, article],
  );
  const discussed = useMemo(
    () =>
      threads.flatMap(({ id, anchor }): PaintedClaim[] => {
        if (anchor?.revisionId !== article.revision.id) return [];
        const { blockId, start, end } = anchor;
        return [{ id, blockId, start, end, look: "discussed" }];
      }),
    [threads, article],
  );
  useLayoutEffect(() => layer?.setClaims([...painted, ...discussed]), [layer, painted, discussed]);
  const washedId = passage?.kind === "thread" ? passage.threadId : focusedId;
  useEffect(() => layer?.focus(washedId), [layer, washedId]);
  const chosen = passage?.kind === "new" ? passage.range : null;
  useEffect(() => layer?.showPending(chosen), [layer, chosen]);
}
