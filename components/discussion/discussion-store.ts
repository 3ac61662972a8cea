import { Listeners } from "#components/ui/listeners.ts";
import type { TextRange } from "#domain/anchoring/trim-range.ts";

/** A conversation about words that are no claim, in the place of the claim on the desk: one there is, or a new one. */
export type OpenPassage = { kind: "thread"; threadId: string } | { kind: "new"; range: TextRange };

export interface DiscussionState {
  readonly passage: OpenPassage | null;
  /** A thread that is to be brought into view as soon as it is shown. */
  readonly wantedId: string | null;
}

/** Which conversation a person has before them. Outside React, because keys, the text and the panel all ask for it. */
export class DiscussionStore {
  readonly #listeners = new Listeners();
  #state: DiscussionState = { passage: null, wantedId: null };

  readonly get = (): DiscussionState => this.#state;

  readonly subscribe = this.#listeners.subscribe;

  /** Shows a thread on a passage. */
  show(threadId: string): void {
    this.#set({ passage: { kind: "thread", threadId }, wantedId: null });
  }

  /** Begins one about `range`, code points of the linear text. */
  begin(range: TextRange): void {
    this.#set({ passage: { kind: "new", range }, wantedId: null });
  }

  /** Asks for a thread of the claim on the desk. */
  want(threadId: string): void {
    this.#set({ passage: null, wantedId: threadId });
  }

  /** The wanted thread has been brought into view. */
  reached(): void {
    if (this.#state.wantedId !== null) this.#set({ ...this.#state, wantedId: null });
  }

  close(): void {
    if (this.#state.passage !== null) this.#set({ ...this.#state, passage: null });
  }

  #set(state: DiscussionState): void {
    this.#state = state;
    this.#listeners.tell();
  }
}
