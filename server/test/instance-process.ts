/**
 * An instance in a process of its own, for tests that kill one. `tsx server/test/instance-process.ts [PORT]`; all else,
 * and the port where it is not said, is environment. 0 takes a free port. Says `ready <origin>` on standard output, and
 * `ready` to a parent that forked it, once it answers. SIGTERM stops it as the product's server stops.
 */
import { env } from "#server/env.ts";
import { offerGauges } from "#server/observe/gauges.ts";
import { startTracing } from "#server/observe/tracing.ts";
import { startInstance } from "./instance.ts";

const stopTracing = await startTracing();
offerGauges();
const instance = await startInstance({ port: Number(process.argv[2] ?? env().PORT) });

async function stop(): Promise<void> {
  await instance.close();
  await stopTracing();
  process.exit(0);
}

process.on("SIGTERM", () => void stop());
// Whoever started us is gone, killed perhaps.
process.on("disconnect", () => void stop());
process.send?.("ready");
process.stdout.write(`ready ${instance.origin}\n`);
