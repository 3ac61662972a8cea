import { AsyncLocalStorage } from "node:async_hooks";

/** What the answer of one request knows of its article, by the numbers of events. */
class AsOf {
  #read: number | null = null;
  #appended: number | null = null;

  /** The number of the last event that the answer knows of; null where it is about no article. */
  get seq(): number | null {
    return this.#appended ?? this.#read;
  }

  read(seq: number): void {
    this.#read = seq;
    this.#appended = null;
  }

  append(seq: number): void {
    this.#appended = seq;
  }

  rollBack(): void {
    this.#appended = null;
  }
}

const current = new AsyncLocalStorage<AsOf>();

/**
 * Does `work`, which can see from `asOf` as of which event what it answers stands. Commands need not say so: the article's
 * lock does, which all of them take, and the log where they append to it.
 */
export function withAsOf<Result>(work: (asOf: { readonly seq: number | null }) => Result): Result {
  const asOf = new AsOf();
  return current.run(asOf, () => work(asOf));
}

/** The article is now locked, or about to be read, at its event `seq`. */
export const noteRead = (seq: number): void => current.getStore()?.read(seq);

/** This transaction made event `seq`. */
export const noteAppended = (seq: number): void => current.getStore()?.append(seq);

/** The transaction came to nothing, and its event with it. */
export const noteRolledBack = (): void => current.getStore()?.rollBack();

/** As of which event the request's answer stands so far; null outside of a request and where no article is concerned. */
export const seqSoFar = (): number | null => current.getStore()?.seq ?? null;
