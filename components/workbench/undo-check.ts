import type { AutosaveStore } from "#components/claim/autosave-store.ts";
import { sameValue } from "#components/claim/same-value.ts";
import type { Anchor } from "#domain/anchor.ts";
import type { TextRange } from "#domain/anchoring/trim-range.ts";
import type { ClaimStore } from "./claim-store.ts";
import type { Undoable } from "./undo-stack.ts";

/** Whether an act may be taken back (`to`: it still stands as it was left) or done again (`from`). */
export type Standing = "stands" | "changed" | "gone";

/** How what an act was about stands now, as far as this page knows. */
export function standingOf(
  act: Undoable,
  side: "from" | "to",
  { store, autosave }: { store: ClaimStore; autosave: AutosaveStore },
): Standing {
  const { byId, dismissals } = store.get();
  if ("blockId" in act) {
    const reason = dismissals.get(act.blockId)?.reason ?? null;
    return reason === reasonOf(act, side) ? "stands" : "changed";
  }
  const claim = byId.get(act.claimId);
  if (act.kind === "created" || act.kind === "deleted") {
    const isThere = (act.kind === "created") === (side === "to");
    return (claim !== undefined) === isThere ? "stands" : "gone";
  }
  if (!claim) return "gone";
  if (act.kind === "moved") return isSameRange(claim.anchor, act[side]) ? "stands" : "changed";
  const state = autosave.state(act.claimId, act.field);
  return state && sameValue(state.value, act[side]) ? "stands" : "changed";
}

const reasonOf = (act: Extract<Undoable, { blockId: string }>, side: "from" | "to") =>
  act.kind === "dismissed" ? act[side] : side === "from" ? act.from : null;

const isSameRange = (a: Anchor, b: TextRange): boolean => a.start === b.start && a.end === b.end;
