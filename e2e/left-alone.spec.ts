import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, test } from "@playwright/test";
import { type OwnServer, startOwnServer } from "./own-server.ts";

// One server for all of them: it stands behind https, so that its headers are those of a real desk.
test.describe.configure({ mode: "serial" });

let site: Server;
let server: OwnServer;

test.beforeAll(async () => {
  site = createServer((_, response) =>
    response
      .writeHead(200, { "content-type": "text/html" })
      .end("<script>alert(1)</script><p>本文の文。</p>"),
  );
  await new Promise<void>((done) => site.listen(0, "127.0.0.1", done));
  server = await startOwnServer({
    URATORI_URL: "https://desk.example.jp",
    URATORI_FETCH_ALLOW: `127.0.0.1:${(site.address() as AddressInfo).port}`,
  });
});
test.afterAll(async () => {
  await server?.stop();
  site.close();
  site.closeAllConnections();
});

/** What every answer says, whoever asks for what. */
const EVERYWHERE = {
  "strict-transport-security": "max-age=31536000",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
};

const BAD = ["%", "%zz", "%E0%A4%A", "%ff", "%00", "a%00b", "%ED%A0%80"];

test.describe("headers", () => {
  const asked = [
    "/",
    "/signin",
    "/articles",
    "/articles/nothing",
    "/nothing-here",
    "/healthz",
    "/readyz",
    "/icon.svg",
    "/favicon.ico",
    "/api/auth/csrf",
    "/api/auth/nothing",
    "/api/v1",
    "/api/v1/articles",
    "/api/v1/nothing",
    "/api/v1/docs",
    "/api/v1/openapi.json",
    "/api/v1/%",
    "/pdf-parts/legacy/build/pdf.worker.min.mjs",
    "/pdf-parts/nothing",
    "/_next/static/nothing.js",
    "/_next/image?url=%2Ficon.svg&w=64&q=75",
    "/_next/nothing",
    "/articles/%",
    "//twice",
  ];

  test("stand on every path, each once, and name a policy", async () => {
    const page = await (await server.ask("/signin")).text();
    const files = [...page.matchAll(/\/_next\/static\/[\w./~%-]+\.(?:js|css|woff2)/g)].map(([file]) => file);
    expect(new Set(files).size).toBeGreaterThan(2);
    for (const path of [...asked, ...new Set(files)])
      for (const method of ["GET", "HEAD", "OPTIONS", "POST"]) {
        const { status, headers } = await server.ask(path, { method });
        const what = `${method} ${path} (${status})`;
        for (const [name, value] of Object.entries(EVERYWHERE))
          expect(headers.get(name), `${what} ${name}`).toBe(value);
        expect(headers.get("referrer-policy"), what).toMatch(
          /^(strict-origin-when-cross-origin|no-referrer)$/,
        );
        if (!path.startsWith("/_next/"))
          expect(headers.get("content-security-policy"), what).toMatch(/(^|; )default-src '(self|none)'/);
      }
  });

  test("a page's scripts carry the page's own nonce", async () => {
    const answer = await server.ask("/signin");
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1];
    expect(nonce).toBeTruthy();
    expect(await answer.text()).toContain(`nonce="${nonce}"`);
  });

  test("what others made is in a sandbox, whoever opens it", async () => {
    const token = await server.tokenOf("editor");
    const send = async (path: string, body: object) => {
      const headers = { ...token, "content-type": "application/json" };
      const answer = await server.ask(`/api/v1${path}`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      });
      const made = await answer.text();
      expect(answer.status, made).toBe(201);
      return JSON.parse(made) as { id: string; capture: { id: string }; revision: object };
    };
    const { port } = site.address() as AddressInfo;
    const { capture } = await send("/captures", { url: `http://127.0.0.1:${port}/` });
    const dot =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    const figure = `<h1>題</h1><p>本文の文。</p><figure><img alt="図" src="data:image/png;base64,${dot}"></figure>`;
    const article = await send("/articles", { format: "html", content: figure });
    const picture = /"picture":\{"sha256":"([0-9a-f]{64})"/.exec(JSON.stringify(article.revision))?.[1];
    const form = new FormData();
    form.set("file", new File([Buffer.from(dot, "base64")], "page.png", { type: "image/png" }));
    form.set("direction", "across");
    form.set("language", "en");
    const started = await server.ask("/api/v1/readings", { method: "POST", headers: token, body: form });
    const reading = (await started.json()) as { id: string };
    // The machine may not have read it by now; what is answered instead is in no sandbox, and runs nothing either.
    const page = `/readings/${reading.id}/pages/1`;
    const made = [
      `/captures/${capture.id}/bytes`,
      `/pictures/${picture}`,
      `/articles/${article.id}/report?format=html`,
    ];
    for (const path of [...made, page]) {
      const { status, headers } = await server.ask(`/api/v1${path}`, { headers: token });
      if (path !== page) expect(status, path).toBe(200);
      const policy = headers.get("content-security-policy");
      expect(policy, path).toMatch(status === 200 ? /^sandbox; default-src 'none'/ : /^default-src 'none'/);
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("cache-control"), path).toMatch(/^(private|no-store)/);
    }
  });

  test("stand on refused sockets, and on what is no HTTP", async () => {
    const upgrade = (path: string, more = "") =>
      server.say(
        `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${more}\r\n`,
      );
    const refused = [
      [403, await upgrade("/live", "Origin: https://evil.example\r\nAccept-Language: en\r\n")],
      [401, await upgrade("/live", "Origin: https://desk.example.jp\r\n")],
      [404, await upgrade("/nothing")],
      [404, await upgrade("/_next/webpack-hmr")],
      [400, await server.say("NONSENSE\r\n\r\n")],
      [400, await server.say("GET / HTTP/1.1\r\nHost: localhost\r\nHost: other\r\nBad Header\r\n\r\n")],
      [431, await server.say(`GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${"x".repeat(40_000)}\r\n\r\n`)],
      [400, await server.say("OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")],
      [400, await server.say("GET nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")],
    ] as const;
    for (const [status, said] of refused) {
      const [head = "", body = ""] = said.split("\r\n\r\n");
      const headers = new Map(
        head
          .split("\r\n")
          .map((line) => [line.split(": ")[0]?.toLowerCase(), line.slice(line.indexOf(": ") + 2)]),
      );
      expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
      for (const [name, value] of Object.entries(EVERYWHERE))
        expect(headers.get(name), `${head} ${name}`).toBe(value);
      expect(JSON.parse(body)).toMatchObject({
        status,
        code: expect.any(String),
        message: expect.any(String),
      });
    }
    expect(refused[0][1]).toMatch(/"message":"[A-Z]/);
    expect(refused[1][1]).toMatch(/"message":"[ぁ-ん一-龠]/);
  });

  test("name no https where there is none", async ({ request, baseURL }) => {
    for (const path of ["/signin", "/api/v1/articles", "/healthz"]) {
      const headers = (await request.get(`${baseURL}${path}`, { maxRedirects: 0 })).headers();
      expect(headers).not.toHaveProperty("strict-transport-security");
      expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
    }
  });
});

test.describe("addresses that can't be read", () => {
  test("are refused in JSON, in the reader's language", async () => {
    const kinds = [
      "/",
      "/articles/",
      "/api/v1/",
      "/api/v1/articles/",
      "/api/auth/",
      "/pdf-parts/",
      "/_next/static/",
      "/invite/",
    ];
    for (const kind of kinds)
      for (const bad of BAD) {
        const answer = await server.ask(`${kind}${bad}`, { headers: { "accept-language": "en" } });
        const what = `${kind}${bad}`;
        expect(answer.status, what).toBe(400);
        expect(answer.headers.get("content-type"), what).toMatch(/^application\/json/);
        expect(await answer.json(), what).toMatchObject({
          code: "INVALID_INPUT",
          message: expect.stringMatching(/^[A-Z]/),
        });
      }
    const japanese = await server.ask("/api/v1/%", { headers: { "accept-language": "ja" } });
    expect(await japanese.json()).toMatchObject({ message: expect.stringMatching(/[ぁ-ん]/) });
  });

  test("in a query are none of our errors", async () => {
    const token = await server.tokenOf("viewer");
    for (const path of ["/api/v1/articles", "/api/v1/sources", "/signin", "/articles"])
      for (const bad of BAD) {
        const answer = await server.ask(`${path}?q=${bad}&cursor=${bad}&${bad}=1`, { headers: token });
        expect(answer.status, `${path} ${bad}`).toBeLessThan(500);
      }
  });

  test("in absolute form are the same addresses", async () => {
    const said = await server.say(
      "GET http://desk.example.jp/healthz HTTP/1.1\r\nHost: desk.example.jp\r\nConnection: close\r\n\r\n",
    );
    expect(said).toMatch(/^HTTP\/1\.1 200 [\s\S]*\{"status":"ok"\}/);
  });
});

/** Begins a request, and hangs up in the middle of it: at once, or when the server has begun with it. */
function hangUp(port: number, bytes: string, when: "at once" | "begun"): Promise<void> {
  return new Promise((done) => {
    const line = connect(port, "localhost", () => line.write(bytes));
    if (when === "at once") line.once("connect", () => setImmediate(() => line.destroy()));
    line.once("data", () => line.destroy());
    line.on("error", () => {});
    line.on("close", () => done());
  });
}

test("who hangs up is no error in the log, and what is meant for nobody is not begun", async () => {
  const token = (await server.tokenOf("editor")).authorization;
  const head = (line: string, more = "") =>
    `${line} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${token}\r\n${more}\r\n`;
  // Whoever asks whether to go on is answered when somebody begins to read.
  const goOn = "Expect: 100-continue\r\n";
  const json = `${goOn}Content-Type: application/json\r\nContent-Length: 1000\r\n`;
  const form = `${goOn}Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000\r\n`;
  const typed = `${goOn}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n`;
  const chunked = `${goOn}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n`;
  const begun = [
    head("GET /articles"),
    head("GET /signin"),
    head("GET /api/v1/articles"),
    head("GET /api/v1/openapi.json"),
    head("GET /pdf-parts/legacy/build/pdf.worker.min.mjs"),
    `${head("POST /api/v1/sources", json)}{"title":`,
    `${head("PATCH /api/v1/profile", json)}{"name":`,
    `${head("POST /api/v1/articles", form)}--x\r\nContent-Disposition: form-data; name="content"\r\n\r\nabc`,
    `${head("POST /api/v1/sources", chunked)}5\r\n{"tit`,
    `${head("POST /api/auth/callback/credentials", typed)}csrf`,
    `${head("POST /api/auth/signout", typed)}csrf`,
    `${head("POST /signin", json)}x`,
    `${head("POST /articles", `Next-Action: x\r\n${form}`)}x`,
  ];
  const broken = [
    "GET /live HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
    "GET /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n",
    "GET / HT",
  ];
  await Promise.all(begun.map((bytes) => hangUp(server.port, bytes, "begun")));
  await Promise.all([...begun, ...broken].map((bytes) => hangUp(server.port, bytes, "at once")));
  for (const [path, allow] of [
    ["/signin", "GET, HEAD"],
    ["/api/v1/profile", "GET, PATCH"],
  ] as const) {
    const answer = await server.ask(path, { method: "PUT" });
    expect(answer.headers.get("allow")).toBe(allow);
    expect(await answer.json()).toMatchObject({ code: "METHOD_NOT_ALLOWED", status: 405 });
  }
  // What was begun has ended when the server has let everybody go, which is its last word.
  await server.stop();
  const said = server
    .log()
    .split("\n")
    .filter((line) => /"level":[456]0|error|warning|deprecat/i.test(line));
  expect(said).toEqual([]);
});
