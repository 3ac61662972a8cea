import type { TextRange } from "#domain/anchoring/trim-range.ts";
import type { DismissalReason } from "#domain/dismissal.ts";

/** One thing the person did here, as far as taking it back needs to know. */
export type Undoable =
  | { kind: "created"; claimId: string }
  | { kind: "deleted"; claimId: string }
  | { kind: "moved"; claimId: string; from: TextRange }
  | { kind: "dismissed"; blockId: string }
  | { kind: "reopened"; blockId: string; reason: DismissalReason };

/** How many steps back there are. Nobody remembers more, and others may have built on them. */
const DEPTH = 50;

/** A person's own last acts on this page. Only their own: taking back what another did is a decision, not an undo. */
export class UndoStack {
  #acts: readonly Undoable[] = [];

  /** Several moves of one claim in a row are one act: back is where it stood before the first. */
  push(act: Undoable): void {
    const last = this.#acts.at(-1);
    if (act.kind === "moved" && last?.kind === "moved" && last.claimId === act.claimId) return;
    this.#acts = [...this.#acts, act].slice(-DEPTH);
  }

  pop(): Undoable | null {
    const last = this.#acts.at(-1) ?? null;
    this.#acts = this.#acts.slice(0, -1);
    return last;
  }

  /** Drops the newest act of this kind and subject: it was taken back by another way. */
  forget(kind: Undoable["kind"], subjectId: string): void {
    const index = this.#acts.findLastIndex(
      (act) => act.kind === kind && ("claimId" in act ? act.claimId : act.blockId) === subjectId,
    );
    if (index >= 0) this.#acts = this.#acts.filter((_, at) => at !== index);
  }
}
