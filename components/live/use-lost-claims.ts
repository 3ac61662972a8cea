"use client";

import { useCallback } from "react";
import type { AutosaveStore } from "#components/claim/autosave-store.ts";
import { FIELD_NAMES } from "#components/claim/claim-field.ts";
import { useDesk } from "#components/shell/desk-context.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { News } from "#domain/live.ts";
import { useLiveArticle } from "./live-article.tsx";
import type { UnsavedText } from "./lost-claims.ts";

/**
 * Keeps what others deleted under this person's hands, before the claim store forgets it: the claim on the desk, and
 * claims with something unsaved.
 */
export function useLostClaims(): (news: News) => void {
  const { store, autosave } = useWorkbench();
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
        const unsaved = unsavedTexts(autosave, claimId);
        if (store.get().focusedId === claimId || unsaved.length > 0) {
          lostClaims.add({ claim, by: deletion?.actor ?? null, unsaved });
        }
      }
    },
    [store, autosave, lostClaims, member.id],
  );
}

const unsavedTexts = (autosave: AutosaveStore, claimId: string): UnsavedText[] =>
  FIELD_NAMES.flatMap((field) => {
    const state = autosave.state(claimId, field);
    return state && state.phase.name !== "clean" ? [{ field, value: state.value }] : [];
  });
