import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What one path of a test's web answers. */
export type WebPage = (response: ServerResponse, request: IncomingMessage) => void;

export interface WebServer {
  /** `127.0.0.1:PORT`, as URATORI_FETCH_ALLOW takes it. */
  host: string;
  port: number;
  /** By path, to be filled and changed by the test; anything else is 404. */
  pages: Map<string, WebPage>;
  /** What was asked for, the oldest first. */
  requests: IncomingMessage[];
  close: () => Promise<void>;
}

/** A real web server on a port of its own. */
export async function startWebServer(): Promise<WebServer> {
  const pages: WebServer["pages"] = new Map();
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    const page = pages.get((request.url ?? "").split("?")[0] ?? "");
    if (page) page(response, request);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    port,
    pages,
    requests,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** A page of `body` as `contentType`; `headers` besides. */
export const webPage =
  (
    body: string | Uint8Array,
    contentType = "text/html; charset=utf-8",
    headers: Record<string, string | string[]> = {},
  ): WebPage =>
  (response) =>
    void response.writeHead(200, { "content-type": contentType, ...headers }).end(body);

/** A redirect to `location`. */
export const redirectTo =
  (location: string, status = 302): WebPage =>
  (response) =>
    void response.writeHead(status, { location }).end();
