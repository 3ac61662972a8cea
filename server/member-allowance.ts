import { type Allowance, TokenBucket } from "#server/token-bucket.ts";

/** Counts what each member does against one allowance, in this instance and over all of their pages and scripts. */
export class MemberAllowance {
  readonly #allowance: Allowance;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  /**
   * True where `amount` still fits; it is taken then, and not otherwise.
   *
   * @param now in milliseconds, on a clock that only goes forward
   */
  take(memberId: string, amount = 1, now = performance.now()): boolean {
    const bucket = this.#buckets.get(memberId) ?? new TokenBucket(this.#allowance, now);
    if (!this.#buckets.has(memberId)) this.#forget(now);
    this.#buckets.set(memberId, bucket);
    return bucket.take(amount, now);
  }

  /** Whoever did nothing for long is as good as new. */
  #forget(now: number): void {
    for (const [id, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(id);
  }
}
