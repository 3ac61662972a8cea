"use client";

import { useMemo } from "react";
import type { AutosaveStore } from "#components/claim/autosave-store.ts";
import type { DeedQueue } from "#components/queue/deed-queue.ts";
import type { Article } from "#domain/article.ts";
import type { ClaimStore } from "./claim-store.ts";
import type { Questions } from "./question.tsx";
import type { ReaderPort } from "./reader-port.ts";
import type { UndoStack } from "./undo-stack.ts";
import { type ClaimWriting, useClaimWriting } from "./use-claim-writing.ts";
import { type DismissalWriting, useDismissalWriting } from "./use-dismissal-writing.ts";
import { useUndo } from "./use-undo.ts";

/** Everything a person can do to the article's marks. Each tells what it did, and each can be taken back. */
export interface WorkbenchActions extends ClaimWriting, DismissalWriting {
  undo: () => void;
  redo: () => void;
}

export interface ActionParts {
  article: Article;
  store: ClaimStore;
  autosave: AutosaveStore;
  queue: DeedQueue;
  undoStack: UndoStack;
  questions: Questions;
  reader: { current: ReaderPort | null };
  mayAnnotate: () => boolean;
}

export function useWorkbenchActions(parts: ActionParts): WorkbenchActions {
  const { article, store, autosave, queue, undoStack, questions, reader, mayAnnotate } = parts;
  const claims = useClaimWriting({ article, store, queue, undoStack, mayAnnotate });
  const dismissals = useDismissalWriting({ article, store, queue, undoStack, mayAnnotate });
  const looks = useMemo(
    () => ({
      isSent: (claimId: string) =>
        !queue.entries.some(({ deed }) => deed.kind === "createClaim" && deed.claimId === claimId),
      show: (claimId: string) => {
        store.focus(claimId);
        reader.current?.revealClaim(claimId);
      },
    }),
    [queue, store, reader],
  );
  const undo = useUndo({ store, autosave, undoStack, questions, claims, dismissals, ...looks });
  return useMemo(() => ({ ...claims, ...dismissals, ...undo }), [claims, dismissals, undo]);
}
