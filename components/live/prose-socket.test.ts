import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FakeWebSocket, MEMBER_ID, welcome } from "./fake-web-socket.ts";
import { LiveSocket } from "./live-socket.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function line() {
  const sockets: FakeWebSocket[] = [];
  const live = new LiveSocket({
    memberId: MEMBER_ID,
    connect: () => {
      const socket = new FakeWebSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    random: () => 0,
  });
  const prose = () => {
    const socket = new live.proseSocketClass("ws://any");
    const told: string[] = [];
    socket.addEventListener("open", () => told.push("open"));
    socket.addEventListener("message", (event) =>
      told.push(`message ${new Uint8Array((event as MessageEvent<ArrayBuffer>).data).join()}`),
    );
    socket.addEventListener("close", (event) => told.push(`close ${(event as CloseEvent).code}`));
    return { socket, told };
  };
  const last = () => {
    const socket = sockets.at(-1);
    if (!socket) throw new Error("no socket was opened");
    return socket;
  };
  return { live, prose, sockets, last };
}

const bytes = (...values: number[]) => new Uint8Array(values).buffer;
const settle = () => vi.advanceTimersByTimeAsync(0);

describe("the prose's half of the line", () => {
  test("opens with the line, later or already open", async () => {
    const { live, prose, last } = line();
    const early = prose();
    live.start();
    await settle();
    expect(early.told).toEqual([]);
    last().accept();
    const late = prose();
    expect(late.told).toEqual([]);
    await settle();
    expect([early.told, late.told]).toEqual([["open"], ["open"]]);
    expect(late.socket.readyState).toBe(1);
  });

  test("carries binary frames both ways and no text", async () => {
    const { live, prose, last } = line();
    live.start();
    last().accept();
    const { socket, told } = prose();
    await settle();
    last().say({ type: "beat" });
    last().receive(bytes(1, 2, 3));
    socket.send(bytes(4));
    expect(told).toEqual(["open", "message 1,2,3"]);
    expect(last().sent).toEqual([bytes(4)]);
  });

  test("closes with the line, once, and says nothing on a line that is not its own", async () => {
    const { live, prose, last } = line();
    live.start();
    last().accept();
    const { socket, told } = prose();
    await settle();
    last().break(1012);
    expect(told).toEqual(["open", "close 1012"]);
    await vi.advanceTimersByTimeAsync(1_000);
    last().accept(welcome({ connectionId: "c2" }));
    socket.send(bytes(1));
    last().receive(bytes(2));
    expect(told).toEqual(["open", "close 1012"]);
    expect(last().sent).toEqual([]);
  });

  test("goes on waiting where the line breaks before it was open", async () => {
    const { live, prose, last } = line();
    const { told } = prose();
    live.start();
    last().break();
    await vi.advanceTimersByTimeAsync(1_000);
    last().accept();
    expect(told).toEqual(["open"]);
  });

  test("closing it leaves the line open", async () => {
    const { live, prose, last } = line();
    live.start();
    last().accept();
    const { socket, told } = prose();
    await settle();
    socket.close();
    await settle();
    expect(told).toEqual(["open", "close 1000"]);
    expect(live.status).toBe("open");
    expect(last().isClosedHere).toBe(false);
  });

  test("serves Hocuspocus' own provider, through a loss too", async () => {
    const { live, last } = line();
    const websocketProvider = new HocuspocusProviderWebsocket({
      url: "ws://any",
      WebSocketPolyfill: live.proseSocketClass,
      delay: 10,
      minDelay: 10,
    });
    const provider = new HocuspocusProvider({ websocketProvider, name: "claim:x", token: "" });
    provider.attach();
    live.start();
    last().accept();
    await settle();
    const first = last();
    expect(first.sent.length).toBeGreaterThan(0);
    expect(first.sent.every((frame) => frame instanceof Uint8Array)).toBe(true);
    first.break();
    await vi.advanceTimersByTimeAsync(1_000);
    last().accept(welcome({ connectionId: "c2" }));
    await settle();
    expect(last()).not.toBe(first);
    expect(last().sent.length).toBeGreaterThan(0);
    provider.destroy();
    websocketProvider.destroy();
  });
});
