"use client";

import { useCallback, useMemo, useRef } from "react";
import type { TextRange } from "#domain/anchoring/trim-range.ts";
import type { Article } from "#domain/article.ts";
import type { Claim } from "#domain/claim.ts";
import type { DismissalReason } from "#domain/dismissal.ts";
import type { ClaimStore } from "./claim-store.ts";
import type { Outboxes } from "./outboxes.ts";
import type { PendingClaims } from "./pending-claims.ts";
import { UndoStack } from "./undo-stack.ts";
import { type ClaimWriting, useClaimWriting } from "./use-claim-writing.ts";
import { type DismissalWriting, useDismissalWriting } from "./use-dismissal-writing.ts";

/** Everything a person can do to the article's marks. Each tells what it did, and each can be taken back. */
export interface WorkbenchActions {
  mark: (range: TextRange) => void;
  markBlock: (blockId: string) => void;
  move: (claimId: string, range: TextRange) => void;
  remove: (claimId: string) => void;
  dismiss: (blockId: string, reason: DismissalReason) => void;
  reopen: (blockId: string) => void;
  undo: () => void;
  /** Sends what was marked before the page was loaded and never reached the server. Once, in the browser. */
  resume: () => void;
}

export function useWorkbenchActions({
  article,
  store,
  accept,
  pending,
  outboxes,
}: {
  article: Article;
  store: ClaimStore;
  accept: (claim: Claim) => void;
  pending: PendingClaims;
  outboxes: Outboxes;
}): WorkbenchActions {
  const undoStack = useRef(new UndoStack());
  const own = { article, store, undoStack: undoStack.current };
  const claims = useClaimWriting({ ...own, accept, pending, outbox: outboxes.claims });
  const dismissals = useDismissalWriting({ ...own, outbox: outboxes.bullets });
  const undo = useCallback(() => {
    const act = undoStack.current.pop();
    if (act) takeBack(act, claims, dismissals);
    else claims.tellNothingToUndo();
  }, [claims, dismissals]);
  const resume = useCallback(() => {
    for (const letter of outboxes.claims.stored()) claims.resume(letter);
    for (const letter of outboxes.bullets.stored()) dismissals.resume(letter);
  }, [outboxes, claims, dismissals]);
  return useMemo(
    () => ({
      mark: claims.mark,
      markBlock: claims.markBlock,
      move: claims.move,
      remove: claims.remove,
      dismiss: dismissals.dismiss,
      reopen: dismissals.reopen,
      undo,
      resume,
    }),
    [claims, dismissals, undo, resume],
  );
}

type Act = NonNullable<ReturnType<UndoStack["pop"]>>;

/** The opposite of `act`, which is no act of its own: taking back twice goes one further back. */
function takeBack(act: Act, claims: ClaimWriting, dismissals: DismissalWriting): void {
  switch (act.kind) {
    case "created":
      claims.remove(act.claimId, { isUndo: true });
      break;
    case "deleted":
      claims.restore(act.claimId);
      break;
    case "moved":
      claims.move(act.claimId, act.from, { isUndo: true });
      break;
    case "dismissed":
      dismissals.reopen(act.blockId, { isUndo: true });
      break;
    case "reopened":
      dismissals.dismiss(act.blockId, act.reason, { isUndo: true });
      break;
  }
}
