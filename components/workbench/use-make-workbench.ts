"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { orpc } from "#components/api/client.ts";
import { AutosaveStore } from "#components/claim/autosave-store.ts";
import { summaryOf } from "#components/claim/claim-summary.ts";
import { localDrafts } from "#components/claim/draft-storage.ts";
import { saveField } from "#components/claim/save-field.ts";
import { useDesk } from "#components/shell/desk-context.tsx";
import type { Claim } from "#domain/claim.ts";
import { createClaimStore } from "./claim-store.ts";
import { createOutboxes } from "./outboxes.ts";
import { PendingClaims } from "./pending-claims.ts";
import { useWorkbenchActions } from "./use-workbench-actions.ts";
import type { WorkbenchProps } from "./workbench.tsx";
import type { Workbench } from "./workbench-context.tsx";

/** Makes what lives as long as the page: the claims, their saving, and what can be done to them. */
export function useMakeWorkbench({ article, claims, scale, openClaim }: WorkbenchProps): Workbench {
  const queries = useQueryClient();
  const { member } = useDesk();
  const [parts] = useState(() => {
    const pending = new PendingClaims();
    const store = createClaimStore({
      claims,
      dismissals: article.dismissals,
      focusedId: openClaim?.id ?? null,
    });
    // Drafts are looked for once the page has come to life: the server knows none, and both must render the same.
    const storage: { current: Storage | null } = { current: null };
    const outboxes = createOutboxes({ articleId: article.id, memberId: member.id }, () => storage.current);
    const accept = (claim: Claim) => {
      queries.setQueryData(orpc.claim.get.queryKey({ input: { claimId: claim.id } }), claim);
      void queries.invalidateQueries({ queryKey: orpc.event.list.key() });
      store.put(summaryOf(claim));
      autosave.take(claim);
    };
    const autosave = new AutosaveStore({
      save: async (claimId, ...change) => {
        await pending.settled(claimId);
        return saveField(claimId, ...change);
      },
      drafts: localDrafts(member.id, () => storage.current),
      onSaved: accept,
    });
    if (openClaim) {
      queries.setQueryData(orpc.claim.get.queryKey({ input: { claimId: openClaim.id } }), openClaim);
      autosave.take(openClaim);
    }
    const reader = { current: null };
    return { article, scale, store, autosave, accept, pending, outboxes, storage, reader };
  });
  const actions = useWorkbenchActions(parts);
  const [workbench] = useState<Workbench>(() => ({ ...parts, actions }));
  useEffect(() => {
    parts.storage.current = window.localStorage;
    if (openClaim) parts.autosave.recover(openClaim);
  }, [openClaim, parts]);
  useEffect(() => workbench.actions.resume(), [workbench]);
  return workbench;
}
