import "fake-indexeddb/auto";
import { EventEmitter } from "node:events";
import { Hocuspocus } from "@hocuspocus/server";
import { afterEach, describe, expect, test, vi } from "vitest";
import { applyUpdate, type Doc, XmlElement, XmlText } from "yjs";
import { MEMBER_ID } from "#components/live/fake-web-socket.ts";
import { LiveSocket } from "#components/live/live-socket.ts";
import { parseStoredMessage, storedMessage } from "#domain/prose.ts";
import { firstProse } from "#editor/prose-document.ts";
import { keptProse } from "./kept-prose.ts";
import type { ProseRoom } from "./prose-room.ts";
import { ProseRooms } from "./prose-rooms.ts";

/** A server that has everything stored as soon as it hears it, or says no. */
class FakeServer {
  answers: "stored" | "refused" | "silence" = "stored";
  readonly hocuspocus = new Hocuspocus({
    quiet: true,
    onLoadDocument: async ({ document }) =>
      applyUpdate(document, firstProse({ summary: "橋は", rationale: null }), "database"),
    beforeUnloadDocument: async () => {
      throw new Error("");
    },
    onStateless: async ({ connection, payload }) => {
      const message = parseStoredMessage(payload);
      if (!message || this.answers === "silence") return;
      connection.sendStateless(storedMessage({ type: this.answers, number: message.number }));
    },
  });

  summary(claimId: string): string | undefined {
    const document = this.hocuspocus.documents.get(`claim:${claimId}`);
    return document && textOf(document).toString();
  }
}

/** A page's line to the server, that can be cut. */
class Line {
  readonly live: LiveSocket;
  #server: FakeServer | null;
  #cut: (() => void) | null = null;

  constructor(server: FakeServer) {
    this.#server = server;
    this.live = new LiveSocket({ memberId: MEMBER_ID, connect: () => this.#connect(), random: () => 0 });
    this.live.start();
    opened.push(() => this.live.stop());
  }

  cut(): void {
    this.#server = null;
    this.#cut?.();
  }

  mend(server: FakeServer): void {
    this.#server = server;
    this.live.retryNow();
  }

  #connect() {
    const server = this.#server;
    const end = Object.assign(new EventEmitter(), {
      readyState: 1,
      send: (data: Uint8Array) =>
        page.onmessage?.(new MessageEvent("message", { data: data.slice().buffer })),
      ping: () => end.emit("pong"),
      close: () => {},
    });
    const page = {
      binaryType: "arraybuffer" as BinaryType,
      readyState: 1,
      onmessage: null as ((event: MessageEvent) => unknown) | null,
      onclose: null as ((event: CloseEvent) => unknown) | null,
      onerror: null,
      send: (data: Uint8Array) => setImmediate(() => end.emit("message", Buffer.from(data))),
      close: () => end.emit("close", 1000, Buffer.from("")),
    };
    const lose = () =>
      page.onclose?.(Object.assign(new Event("close"), { code: 1006, reason: "" }) as CloseEvent);
    this.#cut = lose;
    setImmediate(() => {
      if (!server) return lose();
      const memberId = "01900000-0000-7000-8000-000000000001";
      const welcome = { type: "welcome", connectionId: "c", memberId, build: "b", unread: 0 };
      page.onmessage?.(new MessageEvent("message", { data: JSON.stringify(welcome) }));
      server.hocuspocus.handleConnection(end as never, { headers: {}, url: "/live" } as never);
    });
    return page as never;
  }
}

const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0).toReversed()) close();
});

let members = 0;
function tab(server: FakeServer, memberId = `m${members++}`) {
  const line = new Line(server);
  return { line, memberId, rooms: new ProseRooms(line.live, memberId) };
}

function open(rooms: ProseRooms, claimId: string, isNew = false): ProseRoom {
  const room = rooms.open(claimId, isNew);
  opened.push(() => room.destroy());
  return room;
}

const textOf = (document: Doc): XmlText => {
  const line = document.getXmlFragment("summary").get(0);
  if (!(line instanceof XmlElement)) throw new Error("The document is not here yet");
  if (line.length === 0) line.insert(0, [new XmlText()]);
  return line.get(0) as XmlText;
};
const type = (room: ProseRoom, words: string) => {
  const text = textOf(room.document);
  text.insert(text.length, words);
};
const until = (check: () => unknown) => vi.waitFor(check, { timeout: 30_000, interval: 10 });
const isReady = (room: ProseRoom) => until(() => expect(room.get().isReady).toBe(true));

describe("a claim's prose in a tab", () => {
  test("is ready with the server's document, and saved when the server says so", async () => {
    const server = new FakeServer();
    const { rooms, memberId } = tab(server);
    const room = open(rooms, "c1");
    expect(room.get()).toMatchObject({ isReady: false, phase: { name: "clean", saved: false } });
    await isReady(room);
    expect(room.get().summary).toBe("橋は");
    type(room, "安全だ。");
    expect(room.get()).toMatchObject({ summary: "橋は安全だ。", phase: { name: "saving" } });
    expect((await keptProse(memberId).read("c1")).updates).toHaveLength(1);
    expect(await room.whenStored()).toBe(true);
    expect(room.get().phase).toEqual({ name: "clean", saved: true });
    await until(async () => expect(await keptProse(memberId).claimIds()).toEqual([]));
    expect(server.summary("c1")).toBe("橋は安全だ。");
  });

  test("of a claim that has no verdict yet can be written before any server answered", () => {
    const server = new FakeServer();
    const { rooms, line } = tab(server);
    line.cut();
    const room = open(rooms, "c1", true);
    type(room, "新しい。");
    expect(room.get()).toMatchObject({ isReady: true, summary: "新しい。", phase: { name: "retrying" } });
  });

  test("written without a line is kept, and arrives when the line is back", async () => {
    const server = new FakeServer();
    const { rooms, line } = tab(server);
    const room = open(rooms, "c1");
    await isReady(room);
    line.cut();
    type(room, "安全だ。");
    expect(room.get().phase).toEqual({ name: "retrying" });
    line.mend(server);
    await until(() => expect(room.get().phase).toEqual({ name: "clean", saved: true }));
    expect(server.summary("c1")).toBe("橋は安全だ。");
  });

  test("written without a line and left is brought back by the next page", async () => {
    const server = new FakeServer();
    const before = tab(server);
    const room = open(before.rooms, "c1");
    await isReady(room);
    before.line.cut();
    type(room, "安全だ。");
    await until(async () => expect(await keptProse(before.memberId).claimIds()).toEqual(["c1"]));
    room.destroy();
    const after = tab(server, before.memberId);
    await after.rooms.bringBack();
    expect(server.summary("c1")).toBe("橋は安全だ。");
    await until(async () => expect(await keptProse(before.memberId).claimIds()).toEqual([]));
  });

  test("that is refused stays, in the page and in the browser", async () => {
    const server = new FakeServer();
    server.answers = "refused";
    const { rooms, memberId } = tab(server);
    const room = open(rooms, "c1");
    await isReady(room);
    type(room, "安全だ。");
    expect(await room.whenStored()).toBe(false);
    expect(room.get()).toMatchObject({
      summary: "橋は安全だ。",
      phase: { name: "refused", code: "FORBIDDEN" },
    });
    expect(await keptProse(memberId).claimIds()).toEqual(["c1"]);
  });

  test("shows others' carets, and does not say them again", async () => {
    const server = new FakeServer();
    const [mine, theirs] = [open(tab(server).rooms, "c1"), open(tab(server).rooms, "c1")];
    await Promise.all([isReady(mine), isReady(theirs)]);
    const send = vi.spyOn(mine.provider, "send");
    theirs.provider.setAwarenessField("cursor", 1);
    const carets = mine.provider.awareness?.getStates();
    await until(() => expect(carets?.get(theirs.document.clientID)).toMatchObject({ cursor: 1 }));
    expect(send).not.toHaveBeenCalled();
    mine.provider.setAwarenessField("cursor", 2);
    expect(send).toHaveBeenCalledTimes(1);
  });

  test("takes nothing in while an input method composes, and all of it afterwards", async () => {
    const server = new FakeServer();
    const [mine, theirs] = [open(tab(server).rooms, "c1"), open(tab(server).rooms, "c1")];
    await Promise.all([isReady(mine), isReady(theirs)]);
    mine.provider.hold();
    type(theirs, "安全だ。");
    expect(await theirs.whenStored()).toBe(true);
    type(mine, "本当に");
    await until(() => expect(server.summary("c1")).toContain("本当に"));
    expect(mine.get().summary).toBe("橋は本当に");
    mine.provider.letGo();
    await until(() => expect(mine.get().summary).toBe(server.summary("c1")));
    expect(mine.get().summary).toContain("安全だ。");
  });
});
