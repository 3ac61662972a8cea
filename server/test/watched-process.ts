import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import { PATIENCE } from "./live-client.ts";

/** One line of the log. */
export type LogLine = Record<string, unknown>;

/** An instance in a process of its own, with everything it ever wrote. */
export interface WatchedProcess {
  origin: string;
  liveUrl: string;
  /** Both outputs, whole. */
  written: () => string;
  lines: () => LogLine[];
  /** Waits for a line that has all of `wanted`. */
  logs: (wanted: LogLine) => Promise<LogLine>;
  /** Ends it as nobody should, at once. */
  kill: () => void;
  /** Ends it as an operator does, and waits until it is gone. */
  stop: () => Promise<void>;
}

/**
 * @param variables besides those of this process
 * @param port 0 takes a free one
 */
export async function startWatchedProcess(
  variables: Record<string, string> = {},
  port = 0,
): Promise<WatchedProcess> {
  const script = fileURLToPath(new URL("./instance-process.ts", import.meta.url));
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const child = spawn(process.execPath, ["--import", "tsx", script, String(port)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  // The process has its own copy by now.
  vi.unstubAllEnvs();
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface(stream).on("line", (line) => written.push(line));
  const origin = await vi.waitFor(() => {
    const ready = written.find((line) => line.startsWith("ready "));
    if (!ready) throw new Error(`It does not answer yet: ${written.join("\n")}`);
    return ready.slice("ready ".length);
  }, PATIENCE);
  const lines = () => written.filter((line) => line.startsWith("{")).map((line): LogLine => JSON.parse(line));
  return {
    origin,
    liveUrl: `${origin.replace("http", "ws")}/live`,
    written: () => written.join("\n"),
    lines,
    logs: (wanted) =>
      vi.waitFor(() => {
        const found = lines().find((line) =>
          Object.entries(wanted).every(([name, value]) => line[name] === value),
        );
        if (!found) throw new Error(`No line has ${JSON.stringify(wanted)}`);
        return found;
      }, PATIENCE),
    kill: () => void child.kill("SIGKILL"),
    stop: () => stopped(child),
  };
}

async function stopped(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}
