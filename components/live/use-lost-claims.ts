"use client";

import { useCallback } from "react";
import { deedsOn } from "#components/queue/counts.ts";
import { useDesk } from "#components/shell/desk-context.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { News } from "#domain/live.ts";
import { useLiveArticle } from "./live-article.tsx";

/**
 * Keeps what others deleted under this person's hands, before the claim store forgets it: the claim on the desk, and
 * claims for which something is unsent.
 */
export function useLostClaims(): (news: News) => void {
  const { store, queue } = useWorkbench();
  const { lostClaims } = useLiveArticle();
  const { member } = useDesk();
  return useCallback(
    ({ gone, claims, events }) => {
      for (const { id } of claims) lostClaims.settle(id);
      for (const claimId of gone) {
        const claim = store.get().byId.get(claimId);
        const deletion = events.findLast(
          (event) => event.kind === "claim.deleted" && event.claimId === claimId,
        );
        if (!claim || deletion?.actor?.id === member.id) continue;
        const isUnderHands = store.get().focusedId === claimId || deedsOn(queue, claimId).length > 0;
        if (isUnderHands) lostClaims.add({ claim, by: deletion?.actor ?? null });
      }
    },
    [store, queue, lostClaims, member.id],
  );
}
