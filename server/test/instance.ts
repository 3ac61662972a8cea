// First of all: what Next keeps for a request is made when its modules are loaded, and only where this was.
import "next/dist/server/node-environment-baseline.js";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { API_PREFIX } from "#contract/api.ts";
import { LIVE_PATH } from "#domain/live.ts";
import { handleApi } from "#server/api/handler.ts";
import { handleAuth } from "#server/auth/next-auth-handler.ts";
import { env } from "#server/env.ts";
import { settleForwarded } from "#server/http/forwarded.ts";
import { mayEnter } from "#server/http/front-door.ts";
import { answerMetrics, isMetricsPath } from "#server/http/metrics-door.ts";
import { observed, observedUpgrade } from "#server/http/observed.ts";
import { requestHeaders } from "#server/http/request-headers.ts";
import { openLive } from "#server/live/live.ts";
import { asNextRoute } from "./next-request.ts";

/** One instance of the product without its pages: the API, sign-in and the live part over a real port. */
export interface Instance {
  /** `http://127.0.0.1:PORT`: what a page's address begins with, and its `Origin`. */
  origin: string;
  /** `ws://127.0.0.1:PORT/live` */
  liveUrl: string;
  /** As a stopping server does it: the live part first, then what is being answered. */
  close(): Promise<void>;
}

/**
 * Starts an instance in this process, on the database of its environment; several may run side by side and know of each
 * other by the database alone.
 *
 * @param port 0, the default, takes a free one
 */
export async function startInstance({ port = 0 }: { port?: number } = {}): Promise<Instance> {
  const live = await openLive({ build: "test" });
  const server = createServer((request, response) => {
    void observed(request, response, () => answer(request, response).catch(() => void response.destroy()));
  });
  server.on("upgrade", (request, socket, head) =>
    observedUpgrade(request, () => live.upgrade(request, socket, head)),
  );
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin: `http://${host}`,
    liveUrl: `ws://${host}${LIVE_PATH}`,
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      await live.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (isMetricsPath(request)) return await answerMetrics(request, response);
  settleForwarded(request, env().TRUST_PROXY);
  if (!(await mayEnter(request, response))) return;
  const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
  const isAuth = url.pathname.startsWith("/api/auth/");
  if (!isAuth && !url.pathname.startsWith(API_PREFIX)) return void response.writeHead(404).end();
  const asked = webRequest(url, request);
  const answered = isAuth ? await asNextRoute(handleAuth, asked) : await handleApi(asked);
  for (const [name, value] of answered.headers) response.appendHeader(name, value);
  response.writeHead(answered.status);
  response.end(Buffer.from(await answered.arrayBuffer()));
}

function webRequest(url: URL, request: IncomingMessage): Request {
  const { method = "GET" } = request;
  const hasBody = method !== "GET" && method !== "HEAD";
  // Node's types and the browser's call the same stream by two names.
  const body = hasBody ? (Readable.toWeb(request) as ReadableStream as unknown as BodyInit) : null;
  return new Request(url, { method, headers: requestHeaders(request), body, duplex: "half" } as RequestInit);
}
