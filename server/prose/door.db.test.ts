import { EventEmitter } from "node:events";
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from "lib0/encoding";
import { uuidv7 } from "uuidv7";
import { afterAll, expect, it, vi } from "vitest";
import { Doc, encodeStateAsUpdate, encodeStateVector, XmlElement } from "yjs";
import { LIVE_CLOSE } from "#domain/live.ts";
import { proseRoom } from "#domain/prose.ts";
import { closeParsing } from "#server/parsing/close-parsing.ts";
import { PATIENCE } from "#server/test/live-client.ts";
import { Door } from "./door.ts";

afterAll(closeParsing);

const room = proseRoom(uuidv7());
const [ASKS, TELLS] = [0, 2];

/** A page's socket that notes by which code it was closed, and a door to it. */
function knocked() {
  const page = Object.assign(new EventEmitter(), { readyState: 1, closedWith: null as number | null });
  const socket = Object.assign(page, {
    send: () => undefined,
    close: (code: number) => {
      page.closedWith ??= code;
    },
  });
  const door = new Door(socket, { id: uuidv7(), role: "editor", name: "佐藤" });
  return { page, door, say: (frame: Uint8Array) => page.emit("message", frame) };
}

function sync(step: number, payload: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, room);
  writeVarUint(encoder, 0);
  writeVarUint(encoder, step);
  writeVarUint8Array(encoder, payload);
  return toUint8Array(encoder);
}

function ofElements(count: number): Uint8Array {
  const document = new Doc();
  document.getXmlFragment("rationale").insert(
    0,
    Array.from({ length: count }, () => new XmlElement("paragraph")),
  );
  return encodeStateAsUpdate(document);
}

it("hangs up on a page that asks without end, and not before", () => {
  const { page, say } = knocked();
  const ask = sync(ASKS, encodeStateVector(new Doc()));
  let asked = 0;
  for (; page.closedWith === null && asked < 10_000; asked += 1) say(ask);
  expect(page.closedWith).toBe(LIVE_CLOSE.tooMany);
  expect(asked).toBeGreaterThan(2_000);
});

it.each([
  ["as many items as an update may have", 20_000, null],
  ["more", 20_001, LIVE_CLOSE.tooMany],
])("measures a long update aside: %s", async (_name, count, code) => {
  const { page, door, say } = knocked();
  say(sync(TELLS, ofElements(count)));
  // Behind what is measured all others wait: this one, which is no update, is looked at when the first was taken in.
  say(sync(TELLS, new Uint8Array(16_001).fill(9)));
  await vi.waitFor(() => expect(page.closedWith).not.toBeNull(), PATIENCE);
  expect(page.closedWith).toBe(code ?? LIVE_CLOSE.badMessage);
  door.setActor(null);
});

it("takes in no more than a member may bring, over all of their pages", async () => {
  const { page, say } = knocked();
  const update = sync(TELLS, ofElements(20_000));
  for (let count = 0; count < 4; count += 1) say(update);
  await vi.waitFor(() => expect(page.closedWith).toBe(LIVE_CLOSE.tooMany), PATIENCE);
});
