import { Refusal } from "#domain/error.ts";
import { TokenBucket } from "#server/live/token-bucket.ts";

/** How many addresses one person may have fetched: twenty at once, and then one every six seconds. */
const ALLOWANCE = { burst: 20, perSecond: 1 / 6 };

const buckets = new Map<string, TokenBucket>();

/**
 * Counts one fetch of a member against what a person needs, in this instance: nobody uses the desk to knock at others'
 * doors in bulk.
 *
 * @param now in milliseconds, on a clock that only goes forward
 * @throws Refusal TOO_MANY_REQUESTS
 */
export function spendFetch(memberId: string, now = performance.now()): void {
  for (const [id, bucket] of buckets) if (bucket.isFull(now)) buckets.delete(id);
  const bucket = buckets.get(memberId) ?? new TokenBucket(ALLOWANCE, now);
  buckets.set(memberId, bucket);
  if (!bucket.take(1, now))
    throw new Refusal("TOO_MANY_REQUESTS", { retryAfter: Math.ceil(1 / ALLOWANCE.perSecond) });
}
