import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import path from "node:path";
import type { Role } from "#domain/member.ts";
import { demoMember } from "./session.ts";

/** The product in a process of its own, with its own desk: for what is set by the environment, and for its log. */
export interface OwnServer {
  base: string;
  port: number;
  /** What it has logged so far. */
  log: () => string;
  /** A request as a script sends it; redirects are not followed. */
  ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** Sends `bytes` as they are, and answers all that comes until the line is ended. */
  say: (bytes: string) => Promise<string>;
  /** The header that lets a script in as a member of the demo desk. */
  tokenOf: (role: Role) => Promise<Record<string, string>>;
  stop: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Starts one, built as the other tests' is, and waits until it answers. */
export async function startOwnServer(environment: Record<string, string>): Promise<OwnServer> {
  const port = await freePort();
  const root = path.join(import.meta.dirname, "..");
  const child = spawn(process.execPath, ["scripts/serve-tests.mjs"], {
    cwd: root,
    env: { ...process.env, ...environment, PORT: String(port), NEXT_DIST_DIR: ".next-test" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let logged = "";
  for (const output of [child.stdout, child.stderr])
    output.on("data", (chunk: Buffer) => {
      logged += chunk.toString();
    });
  const base = `http://localhost:${port}`;
  const ask: OwnServer["ask"] = (asked, init) => fetch(`${base}${asked}`, { redirect: "manual", ...init });
  while (
    !(await ask("/readyz").then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) throw new Error(`The product did not start:\n${logged}`);
    await new Promise((done) => setTimeout(done, 100));
  }
  return {
    base,
    port,
    log: () => logged,
    ask,
    say: (bytes) => say(port, bytes),
    tokenOf: (role) => tokenOf(ask, role),
    stop: () =>
      new Promise((done) => {
        if (child.exitCode !== null) return done();
        child.once("exit", () => done());
        child.kill("SIGTERM");
      }),
  };
}

function say(port: number, bytes: string): Promise<string> {
  return new Promise((done, fail) => {
    let heard = "";
    const line = connect(port, "localhost", () => line.write(bytes));
    line.on("data", (chunk) => {
      heard += chunk.toString();
    });
    line.on("end", () => line.end());
    line.on("close", () => done(heard));
    line.on("error", fail);
  });
}

/** Over http no client gives back a cookie that is for https only: a script does it by hand. */
async function tokenOf(ask: OwnServer["ask"], role: Role): Promise<Record<string, string>> {
  const csrf = await ask("/api/auth/csrf");
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const door = await ask("/api/auth/callback/credentials", {
    method: "POST",
    headers: { cookie: cookiesOf(csrf) },
    body: new URLSearchParams({ ...demoMember(role), csrfToken, json: "true" }),
  });
  const made = await ask("/api/v1/profile/tokens", {
    method: "POST",
    headers: { cookie: cookiesOf(door), "content-type": "application/json" },
    body: JSON.stringify({ name: "script", scope: "write" }),
  });
  const { secret } = (await made.json()) as { secret: string };
  return { authorization: `Bearer ${secret}` };
}

const cookiesOf = ({ headers }: Response): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
