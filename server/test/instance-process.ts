/**
 * An instance in a process of its own, for tests that kill one: `PORT=… DATABASE_URL=… tsx server/test/instance-process.ts`.
 * Says `ready` to its parent and on standard output; SIGTERM stops it as the product's server stops.
 */
import { env } from "#server/env.ts";
import { startInstance } from "./instance.ts";

const instance = await startInstance({ port: env().PORT });

async function stop(): Promise<void> {
  await instance.close();
  process.exit(0);
}

process.on("SIGTERM", () => void stop());
// Whoever started us is gone, killed perhaps.
process.on("disconnect", () => void stop());
process.stdout.write("ready\n");
process.send?.("ready");
