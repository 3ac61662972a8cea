/**
 * An instance in a process of its own, for tests that kill one. `tsx server/test/instance-process.ts [PORT]`, the rest
 * by environment; without a port it takes a free one. Says `ready <origin>` on standard output once it answers. SIGTERM
 * stops it as the product's server stops.
 */
import { startInstance } from "./instance.ts";

const instance = await startInstance({ port: Number(process.argv[2] ?? 0) });

async function stop(): Promise<void> {
  await instance.close();
  process.exit(0);
}

process.on("SIGTERM", () => void stop());
// Whoever started us is gone, killed perhaps.
process.on("disconnect", () => void stop());
process.stdout.write(`ready ${instance.origin}\n`);
