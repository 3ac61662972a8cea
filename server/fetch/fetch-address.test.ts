import { type AddressInfo, createServer as createTcpServer, type Socket } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { redirectTo, startWebServer, type WebServer, webPage } from "#server/test/web-server.ts";
import { type FetchOptions, fetchAddress } from "./fetch-address.ts";

let web: WebServer;

beforeAll(async () => {
  web = await startWebServer();
});
afterAll(() => web.close());
beforeEach(() => {
  web.pages.clear();
  web.requests.length = 0;
});

/** No name here is known to any resolver: a page that comes proves that no second look-up was made. */
const NEWS = "news.example";
const at = (path: string) => `http://${NEWS}:${web.port}${path}`;

const get = (path: string, options: Partial<FetchOptions> = {}) =>
  fetchAddress(path.startsWith("http") ? path : at(path), {
    isWanted: (mediaType) => mediaType.startsWith("text/"),
    resolve: async () => ["127.0.0.1"],
    allowed: new Set([`${NEWS}:${web.port}`]),
    ...options,
  });

const refusal = (code: string, data: object = {}) => ({ code, data: expect.objectContaining(data) });

describe("what comes", () => {
  it("is kept as it came, with where it came from", async () => {
    web.pages.set("/old", redirectTo("/new?a=1", 301));
    const cookies = { "set-cookie": ["a=1", "b=2"], etag: '"v1"' };
    web.pages.set("/new", webPage("橋", "Text/HTML; Charset=Shift_JIS", cookies));
    const fetched = await get("/old#part");
    expect(fetched).toMatchObject({
      url: at("/old"),
      finalUrl: at("/new?a=1"),
      status: 200,
      mediaType: "text/html",
      charset: "shift_jis",
      bytes: new Uint8Array(Buffer.from("橋")),
    });
    expect(fetched?.headers).toMatchObject({ "content-type": "Text/HTML; Charset=Shift_JIS", etag: '"v1"' });
    expect(JSON.stringify(fetched?.headers)).not.toContain("cookie");
  });

  it("is asked for by name, without cookie and referrer", async () => {
    web.pages.set("/old", (response) =>
      response.writeHead(302, { location: "/new", "set-cookie": "session=1; path=/" }).end(),
    );
    web.pages.set("/new", webPage("x"));
    await get("/old");
    expect(web.requests.map(({ headers }) => headers.host)).toEqual(Array(2).fill(`${NEWS}:${web.port}`));
    expect(web.requests[1]?.headers["user-agent"]).toMatch(/^Uratori\//);
    for (const name of ["cookie", "referer", "authorization", "x-forwarded-for"])
      expect(web.requests[1]?.headers).not.toHaveProperty(name);
  });

  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
    ["deflate", deflateSync],
  ])("is unpacked: %s", async (encoding, pack) => {
    web.pages.set(
      "/",
      webPage(pack("長い記事。".repeat(1000)), "text/html", { "content-encoding": encoding }),
    );
    expect(Buffer.from((await get("/"))?.bytes ?? []).toString()).toBe("長い記事。".repeat(1000));
  });

  it("is not sent again while it is what it was", async () => {
    web.pages.set("/", (response, { headers }) => {
      const isKnown = headers["if-none-match"] === '"v1"' && headers["if-modified-since"] === "yesterday";
      response.writeHead(isKnown ? 304 : 200, { "content-type": "text/html" }).end(isKnown ? "" : "x");
    });
    const validators = { url: at("/"), etag: '"v1"', lastModified: "yesterday" };
    expect(await get("/", { validators })).toBeNull();
    expect(await get("/", { validators: { ...validators, url: at("/other") } })).toMatchObject({
      status: 200,
    });
  });
});

describe("redirects", () => {
  it.each([
    ["a private machine", "http://10.0.0.1/", "private"],
    ["loopback in another spelling", "http://0x7f.1/", "private"],
    ["metadata", "http://169.254.169.254/latest/", "private"],
    ["IPv6 loopback", "http://[::1]/", "private"],
    ["a name of a private machine", "http://intern.example/", "private"],
    ["another port", "http://127.0.0.1:5432/", "port"],
    ["a file", "file:///etc/passwd", "scheme"],
    ["an address with a password", "http://a:b@example.jp/", "credentials"],
  ])("to %s are refused", async (_name, location, reason) => {
    web.pages.set("/", redirectTo(location));
    await expect(get("/")).rejects.toMatchObject(refusal("FETCH_ADDRESS_REFUSED", { reason }));
    expect(web.requests).toHaveLength(1);
  });

  it("are looked up each for itself: a name that changes its machine is caught", async () => {
    web.pages.set("/", redirectTo("/again"));
    web.pages.set("/again", webPage("secret"));
    const answers = [["127.0.0.1"], ["169.254.169.254"]];
    const resolve = async () => answers.shift() ?? [];
    await expect(get("/", { resolve })).rejects.toMatchObject(refusal("FETCH_ADDRESS_REFUSED"));
    expect(answers, "one look-up a request").toEqual([]);
  });

  it("end after five", async () => {
    for (let hop = 0; hop < 9; hop += 1) web.pages.set(`/${hop}`, redirectTo(`/${hop + 1}`, 307));
    web.pages.set("/9", webPage("there"));
    expect(await get("/4")).toMatchObject({ finalUrl: at("/9") });
    await expect(get("/3")).rejects.toMatchObject(refusal("FETCH_FAILED", { reason: "redirects" }));
  });

  it("to nowhere are a failure", async () => {
    web.pages.set("/", (response) => response.writeHead(302).end());
    await expect(get("/")).rejects.toMatchObject(refusal("FETCH_FAILED", { reason: "redirects" }));
  });

  it("may be written in any script", async () => {
    web.pages.set("/", (response) =>
      response.writeHead(302, { location: Buffer.from("/橋").toString("latin1") }).end(),
    );
    web.pages.set("/%E6%A9%8B", webPage("x"));
    expect(await get("/")).toMatchObject({ finalUrl: at("/%E6%A9%8B") });
  });
});

describe("limits", () => {
  const endless = (chunk: Uint8Array | string, everyMs: number) => (response: NodeJS.WritableStream) => {
    const timer = setInterval(() => response.write(chunk), everyMs);
    response.on("close", () => clearInterval(timer));
  };

  it("a body without end is stopped", async () => {
    web.pages.set("/", (response) => {
      response.writeHead(200, { "content-type": "text/html" });
      endless(new Uint8Array(1024 * 1024), 1)(response);
    });
    await expect(get("/")).rejects.toMatchObject(refusal("FETCH_TOO_LARGE", { limit: 5 * 1024 * 1024 }));
  });

  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ])("a small %s that unpacks into a large page is stopped", async (encoding, pack) => {
    const bomb = pack(new Uint8Array(12 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    web.pages.set("/", webPage(bomb, "text/html", { "content-encoding": encoding }));
    await expect(get("/")).rejects.toMatchObject(refusal("FETCH_TOO_LARGE"));
  });

  it("a page that says that it is too large is not read", async () => {
    web.pages.set("/", (response) =>
      response.writeHead(200, { "content-type": "text/html", "content-length": 6e6 }).write("x"),
    );
    await expect(get("/")).rejects.toMatchObject(refusal("FETCH_TOO_LARGE"));
  });

  it.each<[string, Parameters<typeof web.pages.set>[1]]>([
    ["that never answers", () => {}],
    [
      "that drips",
      (response) => {
        response.writeHead(200, { "content-type": "text/html" });
        endless("x", 20)(response);
      },
    ],
  ])("a server %s is left", async (_name, page) => {
    web.pages.set("/", page);
    await expect(get("/", { timeLimitMs: 300 })).rejects.toMatchObject(refusal("FETCH_TIMEOUT"));
  });

  it("a resolver that never answers is left", async () => {
    const resolve = () => new Promise<never>(() => {});
    await expect(get("/", { timeLimitMs: 100, resolve })).rejects.toMatchObject(refusal("FETCH_TIMEOUT"));
  });

  it("headers without end are refused", async () => {
    web.pages.set("/", webPage("x", "text/html", { "x-long": "x".repeat(40_000) }));
    await expect(get("/")).rejects.toMatchObject(refusal("FETCH_FAILED", { reason: "protocol" }));
  });

  it("a person who goes away ends it", async () => {
    const leaving = new AbortController();
    web.pages.set("/", () => leaving.abort());
    await expect(get("/", { signal: leaving.signal })).rejects.toMatchObject(
      refusal("FETCH_FAILED", { reason: "cancelled" }),
    );
  });
});

describe("what is no article", () => {
  it.each(["image/png", "application/json", "video/mp4", ""])("«%s» is not taken", async (type) => {
    web.pages.set("/", webPage("x", type));
    await expect(get("/")).rejects.toMatchObject(refusal("FETCH_TYPE", { mediaType: type }));
  });

  it.each([403, 404, 410, 429, 500, 204, 206, 304])("status %i is named", async (status) => {
    web.pages.set("/", (response) => response.writeHead(status, { "content-type": "text/html" }).end());
    await expect(get("/")).rejects.toMatchObject(refusal("FETCH_STATUS", { status }));
  });

  it.each([
    ["packed by nobody we know", { "content-encoding": "zstd" }],
    ["packed twice", { "content-encoding": "gzip, gzip" }],
    ["not packed as it says", { "content-encoding": "gzip" }],
  ])("%s", async (_name, headers) => {
    web.pages.set("/", webPage("x".repeat(100), "text/html", headers));
    await expect(get("/")).rejects.toMatchObject(refusal("FETCH_FAILED", { reason: "encoding" }));
  });

  it("a body that breaks off is none", async () => {
    web.pages.set("/", (response) => {
      response.writeHead(200, { "content-type": "text/html", "content-length": 1000 });
      response.write("half", () => response.destroy());
    });
    await expect(get("/")).rejects.toMatchObject(refusal("FETCH_FAILED", { reason: "connection" }));
  });

  it("a name nobody knows", async () => {
    const resolve = async () => Promise.reject(Object.assign(new Error("no"), { code: "ENOTFOUND" }));
    await expect(get("/", { resolve })).rejects.toMatchObject(refusal("FETCH_FAILED", { reason: "name" }));
  });

  it("something that is no web server", async () => {
    const sockets: Socket[] = [];
    const tcp = createTcpServer((socket) => {
      sockets.push(socket);
      socket.end("220 mail.example ESMTP\r\n");
    });
    await new Promise<void>((done) => tcp.listen(0, "127.0.0.1", done));
    const { port } = tcp.address() as AddressInfo;
    const allowed = new Set([`${NEWS}:${port}`]);
    await expect(get(`http://${NEWS}:${port}/`, { allowed })).rejects.toMatchObject(
      refusal("FETCH_FAILED", { reason: "protocol" }),
    );
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => tcp.close(done));
  });
});

it("nothing on this machine is fetched by default", async () => {
  web.pages.set("/", webPage("secret"));
  const options = { isWanted: () => true, allowed: new Set<string>() };
  for (const address of [
    `http://${web.host}/`,
    "http://127.0.0.1/",
    "http://localhost/",
    "http://localhost./",
  ])
    await expect(fetchAddress(address, options)).rejects.toMatchObject({ code: "FETCH_ADDRESS_REFUSED" });
  expect(web.requests).toEqual([]);
});
