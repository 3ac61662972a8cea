import { HocuspocusProvider } from "@hocuspocus/provider";

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

  hold(): void {
    this.#isHeld = true;
  }

  letGo(): void {
    this.#isHeld = false;
    for (const event of this.#waiting.splice(0)) super.onMessage(event);
  }
}
