import { afterEach, describe, expect, it } from "vitest";
import { type Behaviour, dripping, type LineServer, startLineServer } from "#server/test/line-server.ts";
import { fetchAddress } from "./fetch-address.ts";

let server: LineServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const PAGE = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
const CHUNKED = `${PAGE}Transfer-Encoding: chunked\r\n\r\n`;
const say =
  (words: string): Behaviour =>
  (socket) =>
    void socket.write(words);

/** Servers that answer as no web server should, each over a line of its own that it never ends. */
const UNREADABLE: Record<string, Behaviour> = {
  "answers 101": say("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"),
  "answers 101 and talks on": dripping(
    "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n",
    new Uint8Array(1024),
  ),
  "says that more is to come, without end": dripping("", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", 1),
  "sends more headers than anybody reads": dripping(PAGE, `X-More: ${"x".repeat(8_000)}\r\n`, 1),
  "sends a status line without end": dripping("HTTP/1.1 200 ", "O".repeat(8_000), 1),
  "says two lengths": say(`${PAGE}Content-Length: 1\r\nContent-Length: 2\r\n\r\nx`),
  "is another protocol": say("220 mail.example ESMTP\r\n"),
};

/** Servers whose answer stops being one in its middle: Node says of them that the line broke. */
const BROKEN: Record<string, Behaviour> = {
  "sends trailers without end": dripping(`${CHUNKED}1\r\nx\r\n0\r\n`, `X-More: ${"x".repeat(8_000)}\r\n`, 1),
  "sends a chunk's extensions without end": dripping(`${CHUNKED}1;`, "x".repeat(8_000), 1),
};

/** Servers that never come to an end. */
const ENDLESS: Record<string, Behaviour> = {
  "takes the line and is silent": () => {},
  "says once that it goes on": say("HTTP/1.1 100 Continue\r\n\r\n"),
  "says now and then that more is to come": dripping("", "HTTP/1.1 102 Processing\r\n\r\n", 100),
  "sends its status line letter by letter": dripping("HTTP/1.1 200 ", "O"),
  "never ends its headers": dripping(PAGE, "X-More: x\r\n"),
  "never ends one header": dripping(`${PAGE}X-Long: `, "x"),
  "sends a body letter by letter": dripping(`${PAGE}Content-Length: 1000000\r\n\r\n`, "x"),
  "sends chunk upon chunk": dripping(CHUNKED, "1\r\nx\r\n"),
  "never ends a chunk's size": dripping(CHUNKED, "0"),
  "never ends its trailers": dripping(`${CHUNKED}1\r\nx\r\n0\r\n`, "X-More: x\r\n"),
  "holds the last byte back": say(`${PAGE}Content-Length: 2\r\n\r\nx`),
  "packs nothing into more and more": dripping(`${PAGE}Content-Encoding: gzip\r\n\r\n`, new Uint8Array(0)),
};

const fetchFrom = (port: number, scheme = "http") =>
  fetchAddress(`${scheme}://news.example:${port}/`, {
    isWanted: () => true,
    resolve: async () => ["127.0.0.1"],
    allowed: new Set([`news.example:${port}`]),
    timeLimitMs: 400,
  });

describe("a server that", () => {
  it.each(Object.entries(UNREADABLE))("%s is no web server, and is left", async (_name, behave) => {
    server = await startLineServer(behave);
    await expect(fetchFrom(server.port)).rejects.toMatchObject({
      code: "FETCH_FAILED",
      data: { reason: "protocol" },
    });
    await expect.poll(() => server?.open.size).toBe(0);
  });

  it.each(Object.entries(BROKEN))("%s is left", async (_name, behave) => {
    server = await startLineServer(behave);
    await expect(fetchFrom(server.port)).rejects.toMatchObject({
      code: "FETCH_FAILED",
      data: { reason: "connection" },
    });
    await expect.poll(() => server?.open.size).toBe(0);
  });

  it.each(Object.entries(ENDLESS))("%s is left when the time is over", async (_name, behave) => {
    server = await startLineServer(behave);
    await expect(fetchFrom(server.port)).rejects.toMatchObject({ code: "FETCH_TIMEOUT" });
    await expect.poll(() => server?.open.size).toBe(0);
  });

  it.each<[string, Behaviour]>([
    ["never answers", () => {}],
    ["answers letter by letter", dripping("", new Uint8Array([22]), 20)],
  ])("%s where it should prove who it is, is left when the time is over", async (_name, behave) => {
    server = await startLineServer(behave);
    await expect(fetchFrom(server.port, "https")).rejects.toMatchObject({
      code: expect.stringMatching(/^FETCH_(TIMEOUT|FAILED)$/),
    });
    await expect.poll(() => server?.open.size).toBe(0);
  });

  it("leads in a circle is left after five redirects", async () => {
    server = await startLineServer((socket) =>
      socket.end("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n"),
    );
    await expect(fetchFrom(server.port)).rejects.toMatchObject({
      code: "FETCH_FAILED",
      data: { reason: "redirects" },
    });
  });

  it("leads on to itself and never ends that answer is not read to its end", async () => {
    server = await startLineServer(
      dripping("HTTP/1.1 302 Found\r\nLocation: /\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"),
    );
    await expect(fetchFrom(server.port)).rejects.toMatchObject({ data: { reason: "redirects" } });
    await expect.poll(() => server?.open.size).toBe(0);
  });
});
