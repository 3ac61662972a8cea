"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { DeedOf } from "#components/queue/deed.ts";
import type { DeedQueue } from "#components/queue/deed-queue.ts";
import { useAnnounce } from "#components/ui/announcer.tsx";
import type { Article } from "#domain/article.ts";
import type { DismissalReason } from "#domain/dismissal.ts";
import type { ClaimStore } from "./claim-store.ts";
import type { UndoStack } from "./undo-stack.ts";

export interface DismissalWriting {
  dismiss: (blockId: string, reason: DismissalReason, options?: { isUndo?: boolean }) => void;
  reopen: (blockId: string, options?: { isUndo?: boolean }) => void;
}

/** Saying that a bullet needs no claim, and taking it back. The queue sends it, and the overlay shows it at once. */
export function useDismissalWriting({
  article,
  store,
  queue,
  undoStack,
  mayAnnotate,
}: {
  article: Article;
  store: ClaimStore;
  queue: DeedQueue;
  undoStack: UndoStack;
  mayAnnotate: () => boolean;
}): DismissalWriting {
  const t = useTranslations("workbench");
  const announce = useAnnounce();
  return useMemo(() => {
    const reasonNow = (blockId: string) => store.get().dismissals.get(blockId)?.reason ?? null;
    const add = (deed: DeedOf<"dismissBullet" | "reopenBullet">) => {
      const about = article.revision.blocks.find(({ id }) => id === deed.blockId)?.text ?? "";
      queue.add({ articleId: article.id, about, deed: { ...deed, revisionId: article.revision.id } });
    };
    const dismiss: DismissalWriting["dismiss"] = (blockId, reason, options) => {
      const from = reasonNow(blockId);
      if (!mayAnnotate() || from === reason) return;
      add({ kind: "dismissBullet", blockId, reason });
      if (!options?.isUndo) undoStack.push({ kind: "dismissed", blockId, from, to: reason });
      announce(t("dismissed", { reason: t(`reasons.${reason}`) }));
    };
    const reopen: DismissalWriting["reopen"] = (blockId, options) => {
      const from = reasonNow(blockId);
      if (!mayAnnotate() || from === null) return;
      add({ kind: "reopenBullet", blockId });
      if (!options?.isUndo) undoStack.push({ kind: "reopened", blockId, from });
      announce(t("reopened"));
    };
    return { dismiss, reopen };
  }, [article, store, queue, undoStack, mayAnnotate, t, announce]);
}
