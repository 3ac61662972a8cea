import { setTimeout as pause } from "node:timers/promises";
import { startPostgres } from "./postgres.mjs";
import { isDiskFull, Refusal } from "./refusal.mjs";

/** How soon a server that ended is noticed, in milliseconds. */
const LOOK_MS = 200;
/** Between two starts that failed, in milliseconds: nothing mends itself faster, a full disk say. */
const AGAIN_MS = 5_000;

/**
 * A PostgreSQL that is started again when it ends, whoever ended it: on its port, with its password, so that whoever
 * has its address keeps it. What was committed is there again; that is the server's own promise.
 *
 * @param {object} options
 * @param {string} options.dir where it lives
 * @param {(level: "info" | "warn" | "error", sentence: string) => void} options.say one sentence when it ended, is
 *   back, or can't be started
 * @param {number} [options.again] between two starts that failed, in milliseconds
 * @returns {Promise<import("./postgres.mjs").Server>}
 */
export async function keepPostgres({ dir, say, again = AGAIN_MS }) {
  const first = await startPostgres({ dir });
  const stopping = new AbortController();
  let server = first;
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      await pause(LOOK_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      if (stopping.signal.aborted || server.isRunning()) continue;
      say("error", "PostgreSQL ended by itself; it is started again");
      const back = await startAgain();
      if (!back) return;
      server = back;
      say("info", "PostgreSQL is back");
    }
  })();

  async function startAgain() {
    for (let last = ""; !stopping.signal.aborted; ) {
      try {
        return await startPostgres({ dir, isPortKept: true });
      } catch (error) {
        const sentence = reasonOf(error);
        if (sentence !== last) say("error", `PostgreSQL cannot be started again: ${sentence}`);
        last = sentence;
      }
      await pause(again, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
    return null;
  }

  const stop = async () => {
    stopping.abort();
    await watching;
    await server.stop();
  };
  return { ...first, isRunning: () => server.isRunning(), stop };
}

/** @param {unknown} error */
function reasonOf(error) {
  if (isDiskFull(error)) return "the disk is full; it is tried again until there is room";
  if (error instanceof Refusal) return error.message;
  return error instanceof Error ? error.message : String(error);
}
