"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { useDesk } from "#components/shell/desk-context.tsx";
import { useAnnounce } from "#components/ui/announcer.tsx";
import type { Article } from "#domain/article.ts";
import type { DismissalReason } from "#domain/dismissal.ts";
import type { ClaimStore } from "./claim-store.ts";
import { notifyFailure } from "./notify.tsx";
import type { BulletLetter, Outboxes } from "./outboxes.ts";
import type { UndoStack } from "./undo-stack.ts";

export interface DismissalWriting {
  dismiss: (blockId: string, reason: DismissalReason, options?: { isUndo?: boolean }) => void;
  reopen: (blockId: string, options?: { isUndo?: boolean }) => void;
  /** Takes up again what an earlier life of the page could not send. */
  resume: (letter: BulletLetter) => void;
}

/** Saying that a bullet needs no claim, and taking it back. Shown at once, put back where the server refuses. */
export function useDismissalWriting({
  article,
  store,
  outbox,
  undoStack,
}: {
  article: Article;
  store: ClaimStore;
  outbox: Outboxes["bullets"];
  undoStack: UndoStack;
}): DismissalWriting {
  const t = useTranslations("workbench");
  const announce = useAnnounce();
  const messageOf = useErrorMessage();
  const { member } = useDesk();
  return useMemo(() => {
    const show = (blockId: string, reason: DismissalReason) => {
      const by = { id: member.id, name: member.name, disabled: false };
      store.dismiss({ blockId, reason, by, at: new Date().toISOString() });
    };

    /** An answer that was overtaken by another act shows what is no longer so. */
    const post = async (letter: BulletLetter) => {
      const delivery = await outbox.post(letter);
      if (delivery.kind === "superseded" || outbox.has(letter.key)) return;
      if (delivery.answer) store.dismiss(delivery.answer);
    };

    const dismiss: DismissalWriting["dismiss"] = async (blockId, reason, options) => {
      if (!article.abilities.annotate) return;
      show(blockId, reason);
      if (!options?.isUndo) undoStack.push({ kind: "dismissed", blockId });
      announce(t("dismissed", { reason: t(`reasons.${reason}`) }));
      try {
        await post({ key: blockId, reason });
      } catch (error) {
        store.reopen(blockId);
        undoStack.forget("dismissed", blockId);
        notifyFailure(t("dismissFailed"), messageOf(error));
      }
    };

    const reopen: DismissalWriting["reopen"] = async (blockId, options) => {
      const dismissal = store.get().dismissals.get(blockId);
      if (!dismissal || !article.abilities.annotate) return;
      store.reopen(blockId);
      if (!options?.isUndo) undoStack.push({ kind: "reopened", blockId, reason: dismissal.reason });
      announce(t("reopened"));
      try {
        await post({ key: blockId, reason: null });
      } catch (error) {
        store.dismiss(dismissal);
        undoStack.forget("reopened", blockId);
        notifyFailure(t("reopenFailed"), messageOf(error));
      }
    };

    const resume: DismissalWriting["resume"] = ({ key: blockId, reason }) => {
      if (reason) show(blockId, reason);
      else store.reopen(blockId);
      // A refusal now concerns an act of long ago; the next load shows how things stand.
      void post({ key: blockId, reason }).catch(() => {});
    };

    return { dismiss, reopen, resume };
  }, [article, store, outbox, undoStack, t, announce, messageOf, member]);
}
