"use client";

import { createContext, use, useCallback, useSyncExternalStore } from "react";
import type { AutosaveStore } from "#components/claim/autosave-store.ts";
import type { Article } from "#domain/article.ts";
import type { Claim } from "#domain/claim.ts";
import type { Scale } from "#domain/scale.ts";
import type { ClaimStore, WorkbenchState } from "./claim-store.ts";
import type { Outboxes } from "./outboxes.ts";
import type { PendingClaims } from "./pending-claims.ts";
import type { ReaderPort } from "./reader-port.ts";
import type { WorkbenchActions } from "./use-workbench-actions.ts";

/** What every part of the workbench may reach. All of it is stable for the life of the page. */
export interface Workbench {
  article: Article;
  scale: Scale;
  store: ClaimStore;
  autosave: AutosaveStore;
  actions: WorkbenchActions;
  reader: { current: ReaderPort | null };
  pending: PendingClaims;
  /** What was marked here and the server does not know yet. */
  outboxes: Outboxes;
  /** Takes over a claim as the server answered it, everywhere it is shown. */
  accept: (claim: Claim) => void;
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
