import { createDecoder, readVarString, readVarUint, readVarUint8Array } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from "lib0/encoding";
import { describe, expect, test } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import { Doc, encodeStateAsUpdate, encodeStateVector } from "yjs";
import { caretFrame, readFrame, refusalFrame } from "./frame.ts";

const ROOM = "claim:01900000-0000-7000-8000-000000000001";
const USER = { id: "01900000-0000-7000-8000-00000000000a", name: "佐藤 葵" };

function frame(
  type: number,
  fill: (encoder: ReturnType<typeof createEncoder>) => void = () => {},
): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, ROOM);
  writeVarUint(encoder, type);
  fill(encoder);
  return toUint8Array(encoder);
}

const sync = (step: number, payload: Uint8Array) =>
  frame(0, (encoder) => {
    writeVarUint(encoder, step);
    writeVarUint8Array(encoder, payload);
  });

const auth = frame(2, (encoder) => {
  writeVarUint(encoder, 0);
  writeVarString(encoder, "");
});

const text = (type: number, words: string) => frame(type, (encoder) => writeVarString(encoder, words));

function written(): Doc {
  const doc = new Doc();
  doc.getText("x").insert(0, "橋");
  return doc;
}

describe("what a page sends", () => {
  test.each<[string, Uint8Array]>([
    ["auth", auth],
    ["sync", sync(0, encodeStateVector(written()))],
    ["ask", frame(3)],
    ["stateless", text(5, "stored?:1")],
    ["close", frame(7)],
  ])("%s passes as it is", (kind, data) => {
    expect(readFrame(data, USER)).toEqual({ room: ROOM, kind, data });
  });

  test.each([
    ["what a page lacked", 1],
    ["what a page wrote", 2],
  ])("%s passes as it is, with what it costs", (_name, step) => {
    const bytes = encodeStateAsUpdate(written());
    const data = sync(step, bytes);
    expect(readFrame(data, USER)).toEqual({ room: ROOM, kind: "sync", data, update: { bytes, items: 1 } });
  });

  test("a long update passes to be measured, whatever it is", () => {
    const bytes = new Uint8Array(16_001).fill(9);
    expect(readFrame(sync(2, bytes), USER)).toMatchObject({ update: { bytes, items: null } });
    expect(readFrame(sync(2, bytes.slice(1)), USER)).toBeNull();
  });

  test.each<[string, Uint8Array]>([
    ["nothing", new Uint8Array()],
    ["noise", new Uint8Array([200, 1, 2, 3])],
    ["a room and no more", text(2, "").slice(0, 4)],
    ["an update that is none", sync(2, new Uint8Array([9, 9, 9, 9]))],
    ["half an update", sync(2, encodeStateAsUpdate(written()).slice(0, 8))],
    ["a state vector longer than anybody's", sync(0, new Uint8Array(100_001))],
    ["more than a document may weigh", sync(2, new Uint8Array(2_000_001))],
    ["an unknown step", sync(7, encodeStateAsUpdate(written()))],
    ["more than a document may have", sync(2, new Uint8Array(2_000_001))],
    ["a word to everybody", text(6, "stored:1")],
    ["a long word", text(5, "x".repeat(41))],
    [
      "a caret that is none",
      frame(1, (encoder) => writeVarUint8Array(encoder, new Uint8Array([1, 1, 1, 1]))),
    ],
    ["a caret that is too large", frame(1, (encoder) => writeVarUint8Array(encoder, new Uint8Array(5_000)))],
    ["the server's own words", frame(8)],
  ])("%s does not pass", (_name, data) => {
    expect(readFrame(data, USER)).toBeNull();
  });
});

test("a caret goes under the member's own name, and a caret that leaves leaves", () => {
  const awareness = new Awareness(new Doc());
  const seen = new Awareness(new Doc());
  const pass = () => {
    const update = encodeAwarenessUpdate(awareness, [awareness.clientID]);
    const read = readFrame(
      frame(1, (encoder) => writeVarUint8Array(encoder, update)),
      USER,
    );
    const decoder = createDecoder(read?.kind === "awareness" ? caretFrame(read.room, read.carets) : update);
    expect([readVarString(decoder), readVarUint(decoder)]).toEqual([ROOM, 1]);
    applyAwarenessUpdate(seen, readVarUint8Array(decoder), null);
    return seen.getStates().get(awareness.clientID);
  };
  const user = { id: "somebody", name: "else", color: "#f00" };
  awareness.setLocalState({ cursor: { anchor: 1 }, user, color: "#f00", name: "else" });
  expect(pass()).toEqual({ cursor: { anchor: 1 }, user: USER });
  awareness.setLocalState(null);
  expect(pass()).toBeUndefined();
  awareness.destroy();
  seen.destroy();
});

test("a refusal names the room and the reason", () => {
  const decoder = createDecoder(refusalFrame(ROOM, "NOT_FOUND"));
  expect([
    readVarString(decoder),
    readVarUint(decoder),
    readVarUint(decoder),
    readVarString(decoder),
  ]).toEqual([ROOM, 2, 1, "NOT_FOUND"]);
});
