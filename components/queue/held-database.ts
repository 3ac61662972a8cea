import type { DBSchema, IDBPDatabase } from "idb";

/**
 * A database of this browser that is opened again where it was closed under us: thrown away in another tab, or by the
 * browser. What is written afterwards is kept as before.
 */
export class HeldDatabase<Schema extends DBSchema | unknown = unknown> {
  readonly #open: () => Promise<IDBPDatabase<Schema>>;
  #opened: Promise<IDBPDatabase<Schema>>;

  constructor(open: () => Promise<IDBPDatabase<Schema>>) {
    this.#open = open;
    this.#opened = open();
    // Who works with it hears of it; there may be nobody.
    this.#opened.catch(() => {});
  }

  /** Rejects where the browser keeps none. */
  async use<Result>(work: (database: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result> {
    const opened = this.#opened;
    try {
      return await work(await opened);
    } catch (error) {
      if (!isClosed(error)) throw error;
      if (this.#opened === opened) this.#opened = this.#open();
      return await work(await this.#opened);
    }
  }
}

/** What IndexedDB says of a transaction on a connection that is closed or closing. */
const isClosed = (error: unknown): boolean =>
  error instanceof DOMException && error.name === "InvalidStateError";
