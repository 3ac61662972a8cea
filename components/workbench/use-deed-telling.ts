"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import type { Answer } from "#components/queue/deliver.ts";
import type { Entry } from "#components/queue/entry.ts";
import { claimInConflict, conflictOf } from "#components/queue/over-theirs.ts";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { notifyFailure } from "./notify.tsx";
import { useDeedWords } from "./use-deed-words.ts";
import { useWorkbench } from "./workbench-context.tsx";

/** Tells what became of deeds where it can't be seen: what the server would not do, and an edge that has arrived. */
export function useDeedTelling(): void {
  const t = useTranslations("workbench");
  const tUnsent = useTranslations("unsent");
  const announce = useAnnounce();
  const words = useDeedWords();
  const { queue, store, autosave, accept, undoStack } = useWorkbench();
  useEffect(() => {
    const onRefusal = ({ deed, about, state }: Entry) => {
      if (state.name !== "refused") return;
      if (deed.kind === "createClaim") undoStack.forget("created", deed.claimId);
      if (deed.kind === "deleteClaim") undoStack.forget("deleted", deed.claimId);
      const conflict = conflictOf(state.refusal);
      const theirs = claimInConflict(deed, state.refusal);
      if (theirs) accept(theirs, state.refusal.seq ?? 0);
      // Both texts stand in the field itself, which says so.
      const isSeen = deed.kind === "setField" && autosave.state(deed.claimId, deed.field) !== null;
      if (isSeen && store.get().focusedId === deed.claimId) return;
      const reason = conflict ? tUnsent("conflict") : state.refusal.message || tUnsent("broken");
      notifyFailure(tUnsent("refused", { what: words.what(deed) }), about ? `${about}\n${reason}` : reason);
    };
    const onAnswer = ({ deed }: Entry, { claim }: Answer) => {
      if (deed.kind !== "moveClaim" || !claim) return;
      const number = store.get().byId.get(claim.id)?.number ?? claim.number;
      announce(t("moved", { number, quote: claim.anchor.exact }));
    };
    const stops = [queue.onRefusal(onRefusal), queue.onAnswer(onAnswer)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [queue, store, autosave, accept, undoStack, announce, words, t, tUnsent]);
}
