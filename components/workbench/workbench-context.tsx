"use client";

import { createContext, use, useCallback, useSyncExternalStore } from "react";
import type { AutosaveStore } from "#components/claim/autosave-store.ts";
import type { DeedQueue } from "#components/queue/deed-queue.ts";
import type { Article } from "#domain/article.ts";
import type { Claim } from "#domain/claim.ts";
import type { Scale } from "#domain/scale.ts";
import type { ClaimStore, WorkbenchState } from "./claim-store.ts";
import type { Questions } from "./question.tsx";
import type { ReaderPort } from "./reader-port.ts";
import type { UndoStack } from "./undo-stack.ts";
import type { WorkbenchActions } from "./use-workbench-actions.ts";

/** What every part of the workbench may reach. All of it is stable for the life of the page. */
export interface Workbench {
  article: Article;
  scale: Scale;
  store: ClaimStore;
  autosave: AutosaveStore;
  actions: WorkbenchActions;
  reader: { current: ReaderPort | null };
  /** What was done here and the server has not answered. */
  queue: DeedQueue;
  undoStack: UndoStack;
  questions: Questions;
  /** Takes over a claim as the server answered it as of event `seq`, everywhere it is shown, unless newer is known. */
  accept: (claim: Claim, seq: number) => void;
}

export const WorkbenchContext = createContext<Workbench | null>(null);

export function useWorkbench(): Workbench {
  const workbench = use(WorkbenchContext);
  if (!workbench) throw new Error("useWorkbench needs the workbench around it");
  return workbench;
}

/**
 * What `select` picks of the claims. Renders the caller only when the picked value is another one, so `select` must
 * answer something that stays the same object while it means the same.
 */
export function useClaims<Picked>(select: (state: WorkbenchState) => Picked): Picked {
  const { store } = useWorkbench();
  const pick = useCallback(() => select(store.get()), [store, select]);
  return useSyncExternalStore(store.subscribe, pick, pick);
}
