import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

export interface OwnDesk {
  url: string;
  stop(): Promise<void>;
}

/** A demo desk that no other test sees, for settings that count for everybody. It runs the build the others run. */
export async function startOwnDesk(): Promise<OwnDesk> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["scripts/serve-tests.mjs"], {
    env: { ...process.env, PORT: String(port), NEXT_DIST_DIR: ".next-test" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit");
  const dead = ended.then(() => {
    throw new Error("the desk ended before it answered");
  });
  dead.catch(() => {});
  await Promise.race([answering(`${url}/signin`), dead]);
  return {
    url,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function answering(address: string): Promise<void> {
  while (true) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await new Promise((soon) => setTimeout(soon, 250));
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
