import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, Server, type ServerResponse } from "node:http";
import path from "node:path";
import type { Duplex } from "node:stream";
import next from "next";
import { LIVE_PATH } from "#domain/live.ts";
import { isSecure } from "#server/auth/session-cookie.ts";
import { ensureSetupToken } from "#server/auth/setup-token.ts";
import { db } from "#server/db.ts";
import { env } from "#server/env.ts";
import { answerAway, failAsAway } from "#server/http/answer-away.ts";
import { isReadableAddress, originForm } from "#server/http/asked-address.ts";
import { withDefaultHeaders } from "#server/http/default-headers.ts";
import { settleForwarded } from "#server/http/forwarded.ts";
import { mayEnter } from "#server/http/front-door.ts";
import { answerMetrics, isMetricsPath } from "#server/http/metrics-door.ts";
import { observed, observedUpgrade } from "#server/http/observed.ts";
import { refuseRequest } from "#server/http/refusal.ts";
import { refuseUnreadable } from "#server/http/unreadable-request.ts";
import { refuse } from "#server/live/door.ts";
import { openLive } from "#server/live/live.ts";
import { log } from "#server/log.ts";
import { startReadings } from "#server/machine-reading/start-readings.ts";
import { startDigests } from "#server/mail/start-digests.ts";
import { showConsole } from "#server/observe/console-lines.ts";
import { offerGauges } from "#server/observe/gauges.ts";
import { startTracing } from "#server/observe/tracing.ts";
import { INERT_POLICY, securityHeaders } from "#server/security-headers.ts";
import { startWatches } from "#server/watch/start-watches.ts";

/** How long requests that are being answered may take to end once we are asked to stop. */
const DRAIN_MS = 10_000;

const { NODE_ENV, PORT, HOST, TRUST_PROXY, NEXT_DIST_DIR } = env();
const dev = NODE_ENV === "development";
if (!dev) showConsole();
const stopTracing = await startTracing();
offerGauges();

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

const headers = securityHeaders({ https: isSecure() });
/** Of whatever says no policy of its own. Scripts of the build say none: a worker among them would have it as its own. */
const headersOfData = { ...headers, "content-security-policy": INERT_POLICY };

const server = createServer((request, response) => {
  request.url = originForm(request.url ?? "/");
  void observed(request, response, async () => {
    try {
      await receive(request, response);
    } catch (error) {
      if (response.destroyed) return log().debug({ err: error }, "a caller went away");
      log().error({ err: error }, "request failed");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  });
});

/** Hands a request on to whatever answers it, or refuses what nothing of the product may be asked. */
async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = request.url ?? "/";
  withDefaultHeaders(response, url.startsWith("/_next/") ? headers : headersOfData);
  if (!isReadableAddress(url))
    return refuseRequest(request, response, "INVALID_INPUT", {
      issues: [{ path: "", message: "URI malformed" }],
    });
  // Before the headers are settled: who called us directly is told from who came by a proxy.
  if (isMetricsPath(request)) return await answerMetrics(request, response);
  settleForwarded(request, TRUST_PROXY);
  if (answerAway(request, response)) return;
  // Next's own pages send what they hear to its server while they are developed.
  if (!dev && !(await mayEnter(request, response))) return;
  if (!dev && isForNobody(request)) {
    response.setHeader("allow", "GET, HEAD");
    return refuseRequest(request, response, "METHOD_NOT_ALLOWED", { allowed: ["GET", "HEAD"] });
  }
  failAsAway(request, response);
  await answer(request, response);
}

/** Pages and files are read and nothing else; Next would begin to read a body that is sent to one. */
function isForNobody({ method = "", url = "" }: IncomingMessage): boolean {
  return method !== "GET" && method !== "HEAD" && !url.startsWith("/api/");
}

// Longer than a proxy keeps an idle connection (60 s is usual), and with it anybody's next request from our hanging up on
// it: whoever sends just then hears a reset and can't know whether it was done. Node's own 5 s are short of both.
server.keepAliveTimeout = 75_000;

/** Upgraded connections are nobody's in Node: unless we end them ourselves, `close` waits for them for ever. */
const sockets = new Set<Duplex>();

// The one door for sockets: pages of the desk, and Next's hot reload.
server.on("upgrade", (request, socket, head) => {
  sockets.add(socket);
  // Node no longer listens to it: unheard, a line that breaks would end the process.
  socket.on("error", () => socket.destroy());
  socket.once("close", () => sockets.delete(socket));
  if (request.url?.split("?")[0] === LIVE_PATH)
    return observedUpgrade(request, () => live.upgrade(request, socket, head));
  const isTaken = dev && nextUpgrades.emit("upgrade", request, socket, head);
  if (!isTaken) refuse(request, socket, 404);
});

refuseUnreadable(server);

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
  // Whatever the level, and whole: the one secret that the log is for.
  if (token && !dev)
    process.stdout.write(
      `${JSON.stringify({ event: "setup.waiting", url: `${env().URATORI_URL}/setup`, token })}\n`,
    );
  else if (token)
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
  await stopTracing();
  process.exit(0);
}

// Whoever reads what we print may be gone before us: what is being written has to be stored all the same.
for (const out of [process.stdout, process.stderr]) out.on("error", () => undefined);

process.on("SIGINT", () => void stop("SIGINT"));
process.on("SIGTERM", () => void stop("SIGTERM"));
// Whoever started us is gone, killed perhaps: without it nobody would stop us, and the port would stay taken.
process.on("disconnect", () => void stop("parent is gone"));
