/** Many histories one after another: `--runs 200 --seed 1 --acts 40`. Ends with exit code 1 at the first that goes wrong. */
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { ensureDatabase } from "../../scripts/databases.mjs";
import { migrate } from "../../scripts/migrations.mjs";
import { freePort } from "../../scripts/port.mjs";
import { scratchPostgres } from "../../scripts/scratch.mjs";
import { bundleInstance } from "./instance-bundle.ts";
import { Instance } from "./instances.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    acts: { type: "string", default: "40" },
    "keep-going": { type: "boolean", default: false },
  },
});
const origin = "http://localhost:3000";
const postgres = await scratchPostgres();
await ensureDatabase(postgres, "history");
await migrate(postgres.url("history"));
Object.assign(process.env, {
  NODE_ENV: "production",
  DATABASE_URL: postgres.url("history"),
  URATORI_SECRET: randomBytes(32).toString("base64"),
  URATORI_URL: origin,
  LOG_LEVEL: "fatal",
});
// Only now: what they import reads the environment.
const { runHistory } = await import("./history.ts");
const { db } = await import("#server/db.ts");

const instances: Instance[] = [];
const script = await bundleInstance();
for (let index = 0; index < 2; index += 1)
  instances.push(new Instance(script, await freePort(), process.env));
let failures = 0;
try {
  await Promise.all(instances.map((instance) => instance.start()));
  const first = Number(values.seed);
  for (let seed = first; seed < first + Number(values.runs); seed += 1) {
    const began = performance.now();
    try {
      const answered = await runHistory({ seed, acts: Number(values.acts), instances, origin });
      console.log(
        `seed ${seed}: ${answered} acts agree (${((performance.now() - began) / 1000).toFixed(1)} s)`,
      );
    } catch (error) {
      failures += 1;
      console.log(error instanceof Error ? error.message : error);
      if (!values["keep-going"]) break;
    }
  }
} finally {
  await Promise.all(instances.map((instance) => instance.kill()));
  await db().$disconnect();
  await postgres.stop();
}
console.log(failures === 0 ? "every history held" : `${failures} histories went wrong`);
process.exit(failures === 0 ? 0 : 1);
