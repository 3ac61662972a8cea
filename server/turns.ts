/** Lets pieces of work happen one after the other, in the order they were brought. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Answers as `work` does, once its turn has come. */
  take<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => {});
    return result;
  }
}
