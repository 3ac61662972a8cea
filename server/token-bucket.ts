/** How much may come: `burst` at once, and `perSecond` on average. */
export interface Allowance {
  burst: number;
  perSecond: number;
}

/** Counts what comes against an allowance. */
export class TokenBucket {
  readonly #allowance: Allowance;
  #left: number;
  #at: number;

  /** @param now milliseconds on any clock that only goes forward */
  constructor(allowance: Allowance, now: number) {
    this.#allowance = allowance;
    this.#left = allowance.burst;
    this.#at = now;
  }

  /** True where `amount` still fits; it is taken then, and not otherwise. */
  take(amount: number, now: number): boolean {
    this.#refill(now);
    if (amount > this.#left) return false;
    this.#left -= amount;
    return true;
  }

  /** True where the next thing would not fit. */
  isEmpty(now: number): boolean {
    this.#refill(now);
    return this.#left < 1;
  }

  /** True where nothing has been taken for so long that this bucket is as good as a new one. */
  isFull(now: number): boolean {
    this.#refill(now);
    return this.#left === this.#allowance.burst;
  }

  #refill(now: number): void {
    const { burst, perSecond } = this.#allowance;
    this.#left = Math.min(burst, this.#left + ((now - this.#at) / 1000) * perSecond);
    this.#at = now;
  }
}
