import { HocuspocusProvider } from "@hocuspocus/provider";

interface AwarenessChanges {
  added: number[];
  updated: number[];
  removed: number[];
}

/**
 * A provider that takes nothing in while an input method composes: a change of the text around it would break what is
 * being composed. What is written here goes out all the same, and what waits comes in as soon as the composing ends.
 */
export class HeldProvider extends HocuspocusProvider {
  #isHeld = false;
  #waiting: Parameters<HocuspocusProvider["onMessage"]>[0][] = [];

  override onMessage(event: Parameters<HocuspocusProvider["onMessage"]>[0]): void {
    if (this.#isHeld) this.#waiting.push(event);
    else super.onMessage(event);
  }

  /** Says where one's own caret is. What came from others they have said themselves: to say it again helps nobody. */
  override awarenessUpdateHandler(changes: AwarenessChanges, origin: unknown): void {
    const { added, updated, removed } = changes;
    const isOwn = [...added, ...updated, ...removed].includes(this.document.clientID);
    if (origin !== this && isOwn) super.awarenessUpdateHandler(changes, origin);
  }

  hold(): void {
    this.#isHeld = true;
  }

  letGo(): void {
    this.#isHeld = false;
    for (const event of this.#waiting.splice(0)) super.onMessage(event);
  }
}
