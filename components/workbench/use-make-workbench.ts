"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { orpc } from "#components/api/client.ts";
import { AutosaveStore } from "#components/claim/autosave-store.ts";
import { claimQuery, newerOf, type SaidClaim } from "#components/claim/claim-query.ts";
import { summaryOf } from "#components/claim/claim-summary.ts";
import { useQueue } from "#components/queue/queue-provider.tsx";
import { useDesk } from "#components/shell/desk-context.tsx";
import type { Claim } from "#domain/claim.ts";
import { createClaimStore } from "./claim-store.ts";
import { Questions } from "./question.tsx";
import type { ReaderPort } from "./reader-port.ts";
import { UndoStack } from "./undo-stack.ts";
import { UnsentOverlay } from "./unsent-overlay.ts";
import { useWorkbenchActions } from "./use-workbench-actions.ts";
import type { WorkbenchProps } from "./workbench.tsx";
import type { Workbench } from "./workbench-context.tsx";

/** Makes what lives as long as the page: the claims, their saving, and what can be done to them. */
export function useMakeWorkbench({ article, claims, scale, openClaim }: WorkbenchProps): Workbench {
  const queries = useQueryClient();
  const queue = useQueue();
  const { member } = useDesk();
  const [{ parts, overlay }] = useState(() => {
    const store = createClaimStore({
      seq: article.seq,
      claims,
      dismissals: article.dismissals,
      focusedId: openClaim?.id ?? null,
    });
    const undoStack = new UndoStack();
    const autosave = new AutosaveStore({
      queue,
      articleId: article.id,
      aboutOf: (claimId) => store.get().byId.get(claimId)?.anchor.exact ?? "",
      onEdit: ({ isWhole, ...edit }) => {
        undoStack.push({ kind: "edited", ...edit });
        if (isWhole) undoStack.close();
      },
    });
    const hold = (said: SaidClaim) => {
      const { queryKey } = claimQuery(said.claim.id);
      queries.setQueryData(queryKey, (held) => newerOf(held, said));
      autosave.take(said.claim);
    };
    const accept = (claim: Claim, seq: number) => {
      void queries.invalidateQueries({ queryKey: orpc.event.list.key() });
      if (store.answer(summaryOf(claim), seq)) hold({ claim, seq });
    };
    if (openClaim) hold({ claim: openClaim, seq: article.seq });
    const introduce = (claim: Claim) => hold({ claim, seq: 0 });
    const overlay = new UnsentOverlay({ article, member, store, queue, accept, introduce });
    const questions = new Questions();
    const reader: { current: ReaderPort | null } = { current: null };
    const parts = { article, scale, store, autosave, accept, queue, undoStack, questions, reader };
    return { parts, overlay };
  });
  // Rights change while the page is open; what is done asks for those of that moment.
  const rights = useRef(article.abilities);
  rights.current = article.abilities;
  const mayAnnotate = useCallback(() => rights.current.annotate, []);
  const actions = useWorkbenchActions({ ...parts, mayAnnotate });
  const [workbench] = useState<Workbench>(() => ({ ...parts, actions }));
  // What is unsent is shown once the page has come to life: the server knows none, and both must render the same.
  useEffect(() => {
    const stops = [parts.autosave.follow(), overlay.follow()];
    return () => {
      for (const stop of stops) stop();
    };
  }, [parts, overlay]);
  return workbench;
}
