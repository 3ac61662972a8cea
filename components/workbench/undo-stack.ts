import type { FieldName } from "#components/claim/claim-field.ts";
import { Listeners } from "#components/ui/listeners.ts";
import type { TextRange } from "#domain/anchoring/trim-range.ts";
import type { DismissalReason } from "#domain/dismissal.ts";

/** One thing the person did here, as far as taking it back and doing it again need to know. */
export type Undoable =
  | { kind: "created"; claimId: string }
  | { kind: "deleted"; claimId: string }
  | { kind: "moved"; claimId: string; from: TextRange; to: TextRange }
  | { kind: "edited"; claimId: string; field: FieldName; from: unknown; to: unknown }
  | { kind: "dismissed"; blockId: string; from: DismissalReason | null; to: DismissalReason }
  | { kind: "reopened"; blockId: string; from: DismissalReason };

/** How many steps back there are. Nobody remembers more, and others may have built on them. */
const DEPTH = 50;

/**
 * A person's own last acts on this page, and those they took back. Only their own: taking back what another did is a
 * decision, not an undo.
 */
export class UndoStack {
  #done: readonly Undoable[] = [];
  #undone: readonly Undoable[] = [];
  /** Whether what follows may still be part of the last act: of one stay in a field, of one pull at an edge. */
  #isOpen = false;
  readonly #listeners = new Listeners();

  readonly subscribe = this.#listeners.subscribe;

  get nextUndo(): Undoable | null {
    return this.#done.at(-1) ?? null;
  }

  get nextRedo(): Undoable | null {
    return this.#undone.at(-1) ?? null;
  }

  /**
   * Several moves of one claim in a row are one act, and so is all that is typed into one field until it is left.
   * What was taken back can't be done again once something new is done.
   */
  push(act: Undoable): void {
    const last = this.#isOpen ? this.nextUndo : null;
    const joined = last && join(last, act);
    this.#done = (joined ? [...this.#done.slice(0, -1), joined] : [...this.#done, act]).slice(-DEPTH);
    this.#undone = [];
    this.#isOpen = true;
    this.#listeners.tell();
  }

  /** What follows is another act. */
  close(): void {
    this.#isOpen = false;
  }

  /** The last act was taken back. */
  undid(): void {
    const act = this.nextUndo;
    if (!act) return;
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, act];
    this.#isOpen = false;
    this.#listeners.tell();
  }

  /** What was taken back last was done again. */
  redid(): void {
    const act = this.nextRedo;
    if (!act) return;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, act];
    this.#isOpen = false;
    this.#listeners.tell();
  }

  /** An act that can't be taken back or done again any more: others built on it, or it came to nothing. */
  drop(act: Undoable): void {
    this.#done = this.#done.filter((other) => other !== act);
    this.#undone = this.#undone.filter((other) => other !== act);
    this.#listeners.tell();
  }

  /** Drops the newest act of this kind and subject: it was taken back by another way, or refused. */
  forget(kind: Undoable["kind"], subjectId: string): void {
    const act = this.#done.findLast(
      (done) => done.kind === kind && ("claimId" in done ? done.claimId : done.blockId) === subjectId,
    );
    if (act) this.drop(act);
  }
}

/** Two acts in a row as one; null where they are two. */
function join(last: Undoable, act: Undoable): Undoable | null {
  if (last.kind === "moved" && act.kind === "moved" && last.claimId === act.claimId) {
    return { ...act, from: last.from };
  }
  const isSameField =
    last.kind === "edited" &&
    act.kind === "edited" &&
    last.claimId === act.claimId &&
    last.field === act.field;
  return isSameField ? { ...act, from: last.from } : null;
}
