import { removeUnusedCaptures } from "#server/remove-unused-captures.ts";
import { repeated } from "#server/repeated.ts";
import { lookAtDue } from "./look-at-due.ts";

/** How often to look for addresses that are due. */
const EVERY_MS = 5_000;
const SWEEP_EVERY_MS = 60 * 60_000;

/**
 * Looks at watched addresses from now on, and removes captures that nobody needs. Answers what stops it: what is being
 * asked is broken off, and is due again in other instances.
 */
export function startWatches(): () => Promise<void> {
  const stopping = new AbortController();
  const stops = [
    repeated("look at watched addresses", EVERY_MS, () => lookAtDue({ signal: stopping.signal })),
    repeated("remove unused captures", SWEEP_EVERY_MS, () => removeUnusedCaptures()),
  ];
  return async () => {
    stopping.abort();
    await Promise.all(stops.map((stop) => stop()));
  };
}
