import { LIVE_CLOSE } from "#domain/live.ts";

const FIRST_MS = 300;
const LONGEST_MS = 20_000;

/** Where everybody was sent away at once, even the first return is spread over this long. */
const SPREAD_MS: Readonly<Record<number, number>> = {
  [LIVE_CLOSE.restarting]: 2_000,
  [LIVE_CLOSE.tooMany]: 5_000,
  [LIVE_CLOSE.badMessage]: 5_000,
};

/**
 * How long to wait before coming back, in milliseconds: exponential, with full jitter, so that a thousand pages that
 * lost one server don't ask the next one in the same moment. `tries` counts those that failed in a row before;
 * `random` is from [0, 1).
 */
export function reconnectDelay({
  tries,
  code,
  random,
}: {
  tries: number;
  code: number | null;
  random: number;
}): number {
  const window = Math.max(FIRST_MS * 2 ** Math.min(tries, 16), code === null ? 0 : (SPREAD_MS[code] ?? 0));
  return Math.round(random * Math.min(window, LONGEST_MS));
}
