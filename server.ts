import { readFileSync } from "node:fs";
import { createServer, Server } from "node:http";
import path from "node:path";
import type { Duplex } from "node:stream";
import next from "next";
import { LIVE_PATH } from "#domain/live.ts";
import { ensureSetupToken } from "#server/auth/setup-token.ts";
import { db } from "#server/db.ts";
import { env } from "#server/env.ts";
import { settleForwarded } from "#server/http/forwarded.ts";
import { mayEnter } from "#server/http/front-door.ts";
import { openLive } from "#server/live/live.ts";
import { log } from "#server/log.ts";
import { startReadings } from "#server/machine-reading/start-readings.ts";
import { startDigests } from "#server/mail/start-digests.ts";
import { startWatches } from "#server/watch/start-watches.ts";

/** How long requests that are being answered may take to end once we are asked to stop. */
const DRAIN_MS = 10_000;

const { NODE_ENV, PORT, HOST, TRUST_PROXY, NEXT_DIST_DIR } = env();
const dev = NODE_ENV === "development";

// Next hangs its upgrade listener on the server it is given. This one never listens: it is where Next is handed the
// upgrades that are its own. (`getUpgradeHandler()` answers the inner server's, which drops them in development, and a
// page that waits for hot reload is then never hydrated.)
const nextUpgrades = new Server();

const app = next({
  dev,
  dir: import.meta.dirname,
  port: PORT,
  hostname: HOST ?? "localhost",
  httpServer: nextUpgrades,
});
await app.prepare();
const answer = app.getRequestHandler();
const live = await openLive({ build: dev ? "development" : buildId() });
const stopDigests = startDigests();
const stopWatches = startWatches();
const stopReadings = startReadings();

/** Next's name for what it built. */
function buildId(): string {
  return readFileSync(path.join(import.meta.dirname, NEXT_DIST_DIR, "BUILD_ID"), "utf8").trim();
}

const server = createServer((request, response) => {
  settleForwarded(request, TRUST_PROXY);
  const answered = async () => {
    // Next's own pages send what they hear to its server while they are developed.
    if (dev || (await mayEnter(request, response))) await answer(request, response);
  };
  answered().catch((error: unknown) => {
    log().error({ err: error, url: request.url }, "request failed");
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});

// Longer than a proxy keeps an idle connection (60 s is usual), and with it anybody's next request from our hanging up on
// it: whoever sends just then hears a reset and can't know whether it was done. Node's own 5 s are short of both.
server.keepAliveTimeout = 75_000;

/** Upgraded connections are nobody's in Node: unless we end them ourselves, `close` waits for them for ever. */
const sockets = new Set<Duplex>();

// The one door for sockets: pages of the desk, and Next's hot reload.
server.on("upgrade", (request, socket, head) => {
  sockets.add(socket);
  socket.once("close", () => sockets.delete(socket));
  if (request.url?.split("?")[0] === LIVE_PATH) return live.upgrade(request, socket, head);
  const isTaken = nextUpgrades.emit("upgrade", request, socket, head);
  if (!isTaken) socket.destroy();
});

server.on("error", (error) => {
  log().fatal({ err: error }, "cannot listen");
  process.exit(1);
});

server.listen({ port: PORT, host: HOST }, async () => {
  log().info({ port: PORT, host: HOST }, "listening");
  await announceSetupToken();
  process.send?.("ready");
});

/** The first admin proves with it that the log is theirs to read. */
async function announceSetupToken(): Promise<void> {
  const token = await ensureSetupToken();
  if (token)
    console.log(
      `\nNobody can sign in yet. Open ${env().URATORI_URL}/setup and use this set-up token:\n  ${token}\n`,
    );
}

let stopping = false;

/** Lets what is being answered end, then leaves; asked twice, leaves at once. */
async function stop(reason: string): Promise<void> {
  if (stopping) return process.exit(1);
  stopping = true;
  log().info({ reason }, "stopping");
  const closed = new Promise((done) => server.close(done));
  server.closeIdleConnections();
  await live.close();
  for (const socket of sockets) socket.destroy();
  setTimeout(() => server.closeAllConnections(), dev ? 0 : DRAIN_MS).unref();
  await Promise.all([closed, stopDigests(), stopWatches(), stopReadings()]);
  await app.close();
  await db().$disconnect();
  process.exit(0);
}

process.on("SIGINT", () => void stop("SIGINT"));
process.on("SIGTERM", () => void stop("SIGTERM"));
// Whoever started us is gone, killed perhaps: without it nobody would stop us, and the port would stay taken.
process.on("disconnect", () => void stop("parent is gone"));
