import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { BEAT_MS, LIVE_CLOSE } from "#domain/live.ts";
import { Connection } from "./connection.ts";

const warn = vi.hoisted(() => vi.fn());
vi.mock("#server/log.ts", () => ({ log: () => ({ warn, debug: vi.fn() }) }));

let server: Server;
let page: WebSocket;
let connection: Connection;
let left: ReturnType<typeof vi.fn<() => void>>;
const prose = { unstored: 0, connect: vi.fn(), close: vi.fn() };

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  server = createServer();
  left = vi.fn<() => void>();
  const sockets = new WebSocketServer({ noServer: true });
  const entered = new Promise<void>((done) => {
    server.on("upgrade", (request, raw, head) =>
      sockets.handleUpgrade(request, raw, head, (socket) => {
        const member = {
          actor: { id: "m", role: "editor" as const },
          via: "session" as const,
          sessionId: "s",
          secondFactorAt: null,
          locale: "ja" as const,
          name: "甲",
        };
        connection = new Connection({
          socket,
          request,
          member,
          session: "s",
          prose,
          onText: vi.fn(),
          onClose: left,
        });
        done();
      }),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  page = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, { autoPong: false });
  await Promise.all([entered, new Promise((done) => page.on("open", done))]);
});

afterEach(async () => {
  vi.useRealTimers();
  warn.mockClear();
  page.terminate();
  await connection.closed;
  server.close();
});

const MEGABYTE = Buffer.alloc(1_000_000, "x");

test("who reads nothing is sent no more than fits the bound, and is closed", async () => {
  page.pause();
  let sent = 0;
  while (connection.isOpen && sent < 100) {
    connection.sendText(MEGABYTE);
    sent += 1;
    await new Promise((done) => setImmediate(done));
  }
  expect(connection.isOpen).toBe(false);
  // The bound, the longest message, and what the two systems' own buffers took.
  expect(sent).toBeLessThan(30);
  expect(warn).toHaveBeenCalledWith({ ending: "tooSlow", memberId: "m" }, expect.any(String));
  const code = new Promise((done) => page.on("close", done));
  page.resume();
  expect(await code).toBe(LIVE_CLOSE.tooSlow);
});

test("one message above the bound reaches who reads, and what follows it too", async () => {
  const lengths: number[] = [];
  page.on("message", (data: Buffer) => lengths.push(data.length));
  connection.sendText(Buffer.alloc(9_000_000, "x"));
  connection.sendText(MEGABYTE);
  await vi.waitFor(() => expect(lengths).toEqual([9_000_000, 1_000_000]), { timeout: 30_000 });
  expect(connection.isOpen).toBe(true);
});

test("the first number is a welcome, the same one again is no news, another one is", async () => {
  const heard: unknown[] = [];
  page.on("message", (data) => heard.push(JSON.parse(String(data))));
  connection.tellUnread(2, "b");
  connection.tellUnread(2, "b");
  connection.tellUnread(3, "b");
  await vi.waitFor(() =>
    expect(heard).toEqual([
      { type: "welcome", connectionId: connection.id, memberId: "m", build: "b", unread: 2 },
      { type: "inbox", unread: 3 },
    ]),
  );
});

test("every beat is said to a page, and one that answers none of two is gone", async () => {
  const heard: string[] = [];
  const pings = vi.fn();
  page.on("message", (data) => heard.push(String(data)));
  page.on("ping", pings);
  connection.tellUnread(0, "b");
  vi.advanceTimersByTime(BEAT_MS);
  await vi.waitFor(() => expect(pings).toHaveBeenCalledTimes(1));
  page.pong();
  await vi.waitFor(() => expect(heard).toEqual([expect.any(String), '{"type":"beat"}']));
  connection.sendText(Buffer.from("answered"));
  await vi.waitFor(() => expect(heard.at(-1)).toBe("answered"));
  vi.advanceTimersByTime(2 * BEAT_MS);
  expect(connection.isOpen).toBe(true);
  vi.advanceTimersByTime(BEAT_MS);
  await connection.closed;
  expect(left).toHaveBeenCalledOnce();
});
