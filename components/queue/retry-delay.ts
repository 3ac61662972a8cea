/** How long to wait before try number `tries` + 1, in milliseconds: doubling from one second, half a minute at most. */
export const retryDelay = (tries: number): number => Math.min(30_000, 1000 * 2 ** Math.max(0, tries - 1));
