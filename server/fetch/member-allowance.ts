import { Refusal } from "#domain/error.ts";
import { MemberAllowance } from "#server/member-allowance.ts";

/** How many addresses one person may have fetched: twenty at once, and then one every six seconds. */
const ALLOWANCE = { burst: 20, perSecond: 1 / 6 };

const fetches = new MemberAllowance(ALLOWANCE);

/**
 * Counts one fetch of a member against what a person needs, in this instance: nobody uses the desk to knock at others'
 * doors in bulk.
 *
 * @param now in milliseconds, on a clock that only goes forward
 * @throws Refusal TOO_MANY_REQUESTS
 */
export function spendFetch(memberId: string, now = performance.now()): void {
  if (!fetches.take(memberId, 1, now))
    throw new Refusal("TOO_MANY_REQUESTS", { retryAfter: Math.ceil(1 / ALLOWANCE.perSecond) });
}
