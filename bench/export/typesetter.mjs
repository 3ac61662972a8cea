/**
 * The typesetter alone, in plain Node as its thread runs it: `node typesetter.mjs JOBS.json`, an array of jobs. Prints
 * the peak memory in megabytes, which is what making a PDF costs a server on top of itself, and a little more.
 */
import { readFileSync } from "node:fs";
import { setTimeout as rest } from "node:timers/promises";
import { typeset } from "../../server/report/pdf-worker.mjs";

for (const job of JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"))) {
  typeset(job);
  // A thread returns to its loop between two jobs, where it lets go of what the job held.
  await rest(20);
}
console.log(process.resourceUsage().maxRSS / 1024);
