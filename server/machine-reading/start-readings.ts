import { removeUnusedReadings } from "#server/remove-unused-readings.ts";
import { repeated } from "#server/repeated.ts";
import { readWaiting } from "./read-waiting.ts";

/** How often to look for files that wait to be read. */
const EVERY_MS = 1_000;
const SWEEP_EVERY_MS = 60 * 60_000;

/**
 * Reads files by machine from now on, and removes readings that nobody made an article of. Answers what stops it: what is
 * being read waits for another instance.
 */
export function startReadings(): () => Promise<void> {
  const stopping = new AbortController();
  const stops = [
    repeated("read files by machine", EVERY_MS, () => readWaiting({ signal: stopping.signal })),
    repeated("remove unused readings", SWEEP_EVERY_MS, () => removeUnusedReadings()),
  ];
  return async () => {
    stopping.abort(new Error("the server stops"));
    await Promise.all(stops.map((stop) => stop()));
  };
}
