"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { client } from "#components/api/client.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { useDesk } from "#components/shell/desk-context.tsx";
import { useAnnounce } from "#components/ui/announcer.tsx";
import type { Article } from "#domain/article.ts";
import type { DismissalReason } from "#domain/dismissal.ts";
import type { ClaimStore } from "./claim-store.ts";
import { notifyFailure } from "./notify.tsx";
import type { UndoStack } from "./undo-stack.ts";

export interface DismissalWriting {
  dismiss: (blockId: string, reason: DismissalReason, options?: { isUndo?: boolean }) => void;
  reopen: (blockId: string, options?: { isUndo?: boolean }) => void;
}

/** Saying that a bullet needs no claim, and taking it back. Shown at once, put back where the server refuses. */
export function useDismissalWriting({
  article,
  store,
  undoStack,
}: {
  article: Article;
  store: ClaimStore;
  undoStack: UndoStack;
}): DismissalWriting {
  const t = useTranslations("workbench");
  const announce = useAnnounce();
  const messageOf = useErrorMessage();
  const { member } = useDesk();
  return useMemo(() => {
    const articleId = article.id;

    const dismiss: DismissalWriting["dismiss"] = async (blockId, reason, options) => {
      if (!article.abilities.annotate) return;
      const by = { id: member.id, name: member.name, disabled: false };
      store.dismiss({ blockId, reason, by, at: new Date().toISOString() });
      if (!options?.isUndo) undoStack.push({ kind: "dismissed", blockId });
      announce(t("dismissed", { reason: t(`reasons.${reason}`) }));
      try {
        store.dismiss(await client.article.dismissBlock({ articleId, blockId, reason }));
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
        await client.article.reopenBlock({ articleId, blockId });
      } catch (error) {
        store.dismiss(dismissal);
        undoStack.forget("reopened", blockId);
        notifyFailure(t("reopenFailed"), messageOf(error));
      }
    };

    return { dismiss, reopen };
  }, [article, store, undoStack, t, announce, messageOf, member]);
}
