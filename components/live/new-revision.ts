import { Listeners } from "#components/ui/listeners.ts";

/** The revision that became the newest one while an earlier one is on the page. */
export class NewRevision {
  #number: number | null = null;
  readonly #listeners = new Listeners();

  /** Its number; null while the page shows the newest. */
  get = (): number | null => this.#number;

  readonly subscribe = this.#listeners.subscribe;

  note(number: number): void {
    if (this.#number === number) return;
    this.#number = number;
    this.#listeners.tell();
  }
}
