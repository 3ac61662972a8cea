"use client";

import { useCallback } from "react";
import { client } from "#components/api/client.ts";
import { summaryOf } from "#components/claim/claim-summary.ts";
import { fromWire } from "#components/claim/from-wire.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";

/** Brings a claim back that another person deleted, and puts it on the desk again. Throws where the server refuses. */
export function useBringBack(): (claimId: string) => Promise<void> {
  const { store, accept, autosave } = useWorkbench();
  return useCallback(
    async (claimId) => {
      const claim = fromWire(await client.claim.restore({ claimId }));
      store.bringBack(summaryOf(claim));
      accept(claim);
      store.focus(claimId);
      await autosave.flush(claimId);
    },
    [store, accept, autosave],
  );
}
