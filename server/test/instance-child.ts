import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface InstanceChild {
  origin: string;
  process: ChildProcess;
  stop(): Promise<void>;
}

/** An instance in a process of its own, on this test's database, with settings of its own besides. */
export async function startInstanceChild(
  settings: Record<string, string> = {},
  port = 0,
): Promise<InstanceChild> {
  const script = fileURLToPath(new URL("./instance-process.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...settings },
  });
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  const origin = /^ready (\S+)/.exec(said.toString())?.[1] ?? "";
  const stop = async () => {
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  };
  return { origin, process: child, stop };
}
