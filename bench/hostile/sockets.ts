import { once } from "node:events";
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from "lib0/encoding";
import { WebSocket } from "ws";
import { Doc, encodeStateAsUpdate, XmlElement } from "yjs";
import { proseRoom } from "#domain/prose.ts";
import type { Desk } from "./desk.ts";
import { filled, type HostileInput } from "./input.ts";

/** Types of Hocuspocus' messages and of Yjs' in them. */
const [SYNC, AUTH, STEP_1, UPDATE] = [0, 2, 0, 2];
const MILLISECONDS = 2_000;

/** What a member can throw through sockets. */
export const SOCKETS: HostileInput[] = [
  {
    name: "socket: text frames of 4 kB",
    times: 10,
    hurl: (desk) => flood(desk, () => filled('{"type":"open","a":', 4_000)),
  },
  {
    name: "socket: text frames above the limit",
    times: 5,
    hurl: (desk) => flood(desk, () => filled("[", 60_000)),
  },
  {
    name: "socket: opens an article without end",
    times: 10,
    hurl: (desk) => flood(desk, ({ articleId }) => JSON.stringify({ type: "open", articleId, after: 0 })),
  },
  {
    name: "socket: binary frames of nothing",
    times: 10,
    hurl: (desk) => flood(desk, () => new Uint8Array(2_000)),
  },
  {
    name: "socket: 2 MB of no update",
    times: 5,
    hurl: (desk) => inRoom(desk, (room) => [sync(room, UPDATE, new Uint8Array(1_900_000).fill(1))]),
  },
  {
    name: "socket: an update of 100,000 elements",
    times: 3,
    hurl: (desk) => inRoom(desk, (room) => [sync(room, UPDATE, elements(100_000))]),
  },
  {
    name: "socket: updates of 15,000 elements",
    times: 2,
    hurl: (desk) => inRoom(desk, (room) => [1, 2, 3].map(() => sync(room, UPDATE, elements(15_000)))),
  },
  {
    name: "socket: elements in elements, 15,000 deep",
    hurl: (desk) => inRoom(desk, (room) => [sync(room, UPDATE, deep(15_000))]),
  },
  {
    name: "socket: asks for all without end",
    times: 3,
    hurl: (desk) =>
      inRoom(desk, (room) => Array.from({ length: 500 }, () => sync(room, STEP_1, new Uint8Array([0])))),
  },
  {
    name: "socket: knocks at 500 rooms",
    times: 3,
    hurl: (desk) => flood(desk, () => auth(proseRoom(crypto.randomUUID()))),
  },
];

/** Sends what `frame` makes for a while, or until it is hung up on. */
async function flood(desk: Desk, frame: (desk: Desk) => string | Uint8Array): Promise<void> {
  await onSocket(desk, async (socket) => {
    const until = performance.now() + MILLISECONDS;
    while (socket.readyState === WebSocket.OPEN && performance.now() < until) {
      for (let count = 0; count < 50; count += 1) socket.send(frame(desk));
      await new Promise((done) => setTimeout(done, 10));
    }
  });
}

async function inRoom(desk: Desk, frames: (room: string) => Uint8Array[]): Promise<void> {
  await onSocket(desk, async (socket) => {
    const room = proseRoom(desk.claimId);
    socket.send(auth(room));
    for (const frame of frames(room)) socket.send(frame);
    await Promise.race([once(socket, "close"), new Promise((done) => setTimeout(done, MILLISECONDS))]);
  });
}

async function onSocket({ base, hostile }: Desk, work: (socket: WebSocket) => Promise<void>): Promise<void> {
  const socket = new WebSocket(`${base.replace("http", "ws")}/live`, {
    headers: { cookie: hostile.cookie, origin: base },
  });
  socket.on("error", () => undefined);
  const opened = once(socket, "open").then(() => true);
  const closed = new Promise<false>((done) => socket.once("close", () => done(false)));
  if (await Promise.race([opened, closed])) await work(socket);
  socket.terminate();
}

function frameOf(room: string, write: (encoder: ReturnType<typeof createEncoder>) => void): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, room);
  write(encoder);
  return toUint8Array(encoder);
}

const auth = (room: string): Uint8Array =>
  frameOf(room, (encoder) => {
    writeVarUint(encoder, AUTH);
    writeVarUint(encoder, 0);
    writeVarString(encoder, "bench");
  });

const sync = (room: string, step: number, payload: Uint8Array): Uint8Array =>
  frameOf(room, (encoder) => {
    writeVarUint(encoder, SYNC);
    writeVarUint(encoder, step);
    writeVarUint8Array(encoder, payload);
  });

function elements(count: number): Uint8Array {
  const document = new Doc();
  document.getXmlFragment("rationale").insert(
    0,
    Array.from({ length: count }, () => new XmlElement("paragraph")),
  );
  return encodeStateAsUpdate(document);
}

function deep(levels: number): Uint8Array {
  const document = new Doc();
  document.transact(() => {
    let at: Pick<XmlElement, "insert"> = document.getXmlFragment("rationale");
    for (let level = 0; level < levels; level += 1) {
      const inner = new XmlElement("blockquote");
      at.insert(0, [inner]);
      at = inner;
    }
  });
  return encodeStateAsUpdate(document);
}
