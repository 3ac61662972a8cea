"use client";

import { useCallback } from "react";
import { type AsOf, client } from "#components/api/client.ts";
import { fromWire } from "#components/claim/from-wire.ts";
import { deedsOn } from "#components/queue/counts.ts";
import { isRefused } from "#components/queue/entry.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";

/**
 * Brings a claim back that another person deleted, puts it on the desk again, and sends what could not be done to it
 * while it was gone. Throws where the server refuses.
 */
export function useBringBack(): (claimId: string) => Promise<void> {
  const { store, accept, queue } = useWorkbench();
  return useCallback(
    async (claimId) => {
      const asOf: AsOf = { seq: null };
      accept(fromWire(await client.claim.restore({ claimId }, { context: { asOf } })), asOf.seq ?? 0);
      store.focus(claimId);
      for (const entry of deedsOn(queue, claimId)) if (isRefused(entry)) queue.retry(entry.id);
    },
    [store, accept, queue],
  );
}
