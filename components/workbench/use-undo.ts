"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { AutosaveStore } from "#components/claim/autosave-store.ts";
import { useDesk } from "#components/shell/desk-context.tsx";
import { useAnnounce } from "#components/ui/announcer.tsx";
import type { ClaimStore } from "./claim-store.ts";
import { notifyOffer } from "./notify.tsx";
import { lastChangedBy, othersAt } from "./others-work.ts";
import type { Questions } from "./question.tsx";
import { standingOf } from "./undo-check.ts";
import type { Undoable, UndoStack } from "./undo-stack.ts";
import type { ClaimWriting } from "./use-claim-writing.ts";
import type { DismissalWriting } from "./use-dismissal-writing.ts";

interface UndoParts {
  store: ClaimStore;
  autosave: AutosaveStore;
  undoStack: UndoStack;
  questions: Questions;
  claims: ClaimWriting;
  dismissals: DismissalWriting;
  /** Whether the server knows the claim. */
  isSent: (claimId: string) => boolean;
  /** Brings a claim before the person's eyes. */
  show: (claimId: string) => void;
}

const AS_UNDO = { isUndo: true };

/**
 * Takes the person's own last act back, and does it again, where what it was about still stands as they left it.
 * Otherwise it says who changed it since; and before a claim goes on which others have worked, it asks.
 */
export function useUndo(parts: UndoParts): { undo: () => void; redo: () => void } {
  const { store, autosave, undoStack, questions, claims, dismissals, isSent, show } = parts;
  const t = useTranslations("workbench");
  const announce = useAnnounce();
  const { member } = useDesk();
  return useMemo(() => {
    const tell = async (act: Undoable, standing: "changed" | "gone") => {
      undoStack.drop(act);
      if ("blockId" in act || standing === "gone") {
        return announce(t(`undone.${standing}`), { urgent: true });
      }
      const claim = store.get().byId.get(act.claimId);
      if (!claim) return;
      const field = act.kind === "edited" ? act.field : "target";
      const name = await lastChangedBy(claim, field, member.id);
      const message = name === null ? t("undone.changed") : t("undone.changedBy", { name });
      announce(message);
      notifyOffer({ id: "undo", message, button: t("undone.show"), onPress: () => show(claim.id) });
    };

    const takeClaimBack = async (act: Extract<Undoable, { kind: "created" }>) => {
      const claim = store.get().byId.get(act.claimId);
      if (!claim) return;
      // The news of what others did may be here before the answer that the claim arrived.
      const isWorkedOn = claim.verdict !== null || claim.evidenceCount > 0 || claim.openThreads > 0;
      const others = isWorkedOn || isSent(claim.id) ? await othersAt(claim, member.id) : [];
      const goOn = () => {
        claims.remove(claim.id, AS_UNDO);
        if (undoStack.nextUndo === act) undoStack.undid();
      };
      if (others?.length === 0) return goOn();
      const names = others?.join(t("listSeparator"));
      questions.ask({
        title: t("othersWork.title"),
        body: names ? t("othersWork.body", { names }) : t("othersWork.unknown"),
        submit: t("othersWork.submit"),
        onSubmit: goOn,
      });
    };

    const takeBack = (act: Undoable) => {
      switch (act.kind) {
        case "created":
          return void takeClaimBack(act);
        case "deleted":
          claims.restore(act.claimId);
          break;
        case "moved":
          claims.move(act.claimId, act.from, AS_UNDO);
          break;
        case "edited":
          autosave.edit(act.claimId, act.field, act.from as never, "now", AS_UNDO);
          break;
        case "dismissed":
          if (act.from === null) dismissals.reopen(act.blockId, AS_UNDO);
          else dismissals.dismiss(act.blockId, act.from, AS_UNDO);
          break;
        case "reopened":
          dismissals.dismiss(act.blockId, act.from, AS_UNDO);
      }
      undoStack.undid();
    };

    const doAgain = (act: Undoable) => {
      switch (act.kind) {
        case "created":
          claims.restore(act.claimId);
          break;
        case "deleted":
          claims.remove(act.claimId, AS_UNDO);
          break;
        case "moved":
          claims.move(act.claimId, act.to, AS_UNDO);
          break;
        case "edited":
          autosave.edit(act.claimId, act.field, act.to as never, "now", AS_UNDO);
          break;
        case "dismissed":
          dismissals.dismiss(act.blockId, act.to, AS_UNDO);
          break;
        case "reopened":
          dismissals.reopen(act.blockId, AS_UNDO);
      }
      undoStack.redid();
    };

    const step = (act: Undoable | null, side: "from" | "to", go: (act: Undoable) => void) => {
      if (!act) return announce(t(side === "to" ? "nothingToUndo" : "nothingToRedo"));
      const standing = standingOf(act, side, { store, autosave });
      if (standing === "stands") go(act);
      else void tell(act, standing);
    };
    return {
      undo: () => step(undoStack.nextUndo, "to", takeBack),
      redo: () => step(undoStack.nextRedo, "from", doAgain),
    };
  }, [store, autosave, undoStack, questions, claims, dismissals, isSent, show, t, announce, member.id]);
}
