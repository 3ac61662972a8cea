import { createServer } from "node:http";

/** A web site that a test publishes on: the one address on this machine that the server may fetch from. */
export interface NewsSite {
  origin: string;
  /** Puts a page at `path`, or another one in its place. */
  publish: (path: string, html: string) => void;
  redirect: (path: string, to: string) => void;
  close: () => Promise<void>;
}

export async function startNewsSite(): Promise<NewsSite> {
  const port = Number(process.env.E2E_NEWS_PORT);
  const pages = new Map<string, { status: number; headers: Record<string, string>; body: string }>();
  const server = createServer((request, response) => {
    const { status, headers, body } = pages.get(request.url ?? "") ?? { status: 404, headers: {}, body: "" };
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", done);
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    publish: (path, body) =>
      void pages.set(path, { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body }),
    redirect: (path, location) => void pages.set(path, { status: 302, headers: { location }, body: "" }),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
