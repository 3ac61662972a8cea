/** What one person may use of the threads, in milliseconds: this much at once, and this share of one thread for good. */
const AT_ONCE = 60_000;
const SHARE = 0.25;

interface Account {
  used: number;
  /** When `used` was right, in milliseconds. */
  at: number;
}

/**
 * Counts what each person's work took, so that somebody who sends nothing but hard work gets a quarter of a thread, and
 * everybody else the rest. It is counted afterwards: nobody knows before how long a text takes.
 */
export class WorkAccounts {
  readonly #accounts = new Map<string, Account>();

  /** Seconds until `person` may have work done again; 0 for now. `now` in milliseconds on a clock that only goes forward. */
  wait(person: string, now: number): number {
    const over = this.#used(person, now) - AT_ONCE;
    return over <= 0 ? 0 : Math.ceil(over / SHARE / 1000);
  }

  /** @param took in milliseconds */
  note(person: string, took: number, now: number): void {
    for (const one of this.#accounts.keys()) if (this.#used(one, now) === 0) this.#accounts.delete(one);
    this.#accounts.set(person, { used: this.#used(person, now) + took, at: now });
  }

  #used(person: string, now: number): number {
    const account = this.#accounts.get(person);
    return account ? Math.max(0, account.used - (now - account.at) * SHARE) : 0;
  }
}
