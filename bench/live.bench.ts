import type { BenchRow } from "./bench.ts";
import { measureCatchUp } from "./live/catch-up.ts";
import { measureCrowd } from "./live/crowd.ts";
import { openBenchDatabase } from "./live/database.ts";
import { measureFanOut } from "./live/fan-out.ts";

/** Where the servers under measurement listen, one after another. */
const PORT = 3300;
const RUNS = 3;

/**
 * The live part over real sockets, against plain `ws` and bare Hocuspocus in the same run. Our server does the whole
 * work of the product (session, rights, a transaction on a database that flushes to disk); the peers keep all in memory.
 */
export async function run(): Promise<BenchRow[]> {
  const database = await openBenchDatabase();
  try {
    return [
      ...(await measureFanOut(database, PORT, RUNS)),
      ...(await measureCatchUp(database, PORT)),
      ...(await measureCrowd(database, PORT)),
    ];
  } finally {
    await database.stop();
  }
}
