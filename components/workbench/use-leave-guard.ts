"use client";

import { useEffect } from "react";
import { client } from "#components/api/client.ts";
import { localDrafts } from "#components/claim/draft-storage.ts";
import { fromWire } from "#components/claim/from-wire.ts";
import { useDesk } from "#components/shell/desk-context.tsx";
import { useWorkbench } from "./workbench-context.tsx";

/**
 * Sees to it that nothing typed is lost: sends what waits when the page is hidden or the network is back, asks before
 * leaving with text that is not on the server, and finds drafts of an earlier life of the page again.
 */
export function useLeaveGuard(): void {
  const { autosave, outboxes, store, accept } = useWorkbench();
  const { member } = useDesk();
  useEffect(() => {
    const flush = () => {
      void outboxes.claims.flush();
      void outboxes.bullets.flush();
      void autosave.flush();
    };
    const onHide = () => document.visibilityState === "hidden" && flush();
    const onLeave = (event: BeforeUnloadEvent) => {
      if (!autosave.hasUnsaved) return;
      flush();
      event.preventDefault();
    };
    window.addEventListener("online", flush);
    window.addEventListener("beforeunload", onLeave);
    document.addEventListener("visibilitychange", onHide);
    return () => {
      window.removeEventListener("online", flush);
      window.removeEventListener("beforeunload", onLeave);
      document.removeEventListener("visibilitychange", onHide);
    };
  }, [autosave, outboxes]);

  useEffect(() => {
    const forgotten = localDrafts(member.id, () => window.localStorage)
      .claimIds()
      .filter((id) => store.get().byId.has(id) && autosave.states(id).length === 0);
    for (const claimId of forgotten) {
      // Without an answer the draft stays where it is and is found again when its claim is opened.
      client.claim.get({ claimId }).then(
        (claim) => accept(fromWire(claim)),
        () => {},
      );
    }
  }, [autosave, store, accept, member.id]);
}
