/** Who wants to be told when something that lives outside React changed: what `useSyncExternalStore` subscribes to. */
export class Listeners {
  readonly #listeners = new Set<() => void>();

  /** @returns how to be told no more */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Something changed. Each is told at once, in the order they came. */
  tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
