import { MessageType } from "@hocuspocus/server";
import { createDecoder, hasContent, readVarString, readVarUint, readVarUint8Array } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from "lib0/encoding";
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from "y-protocols/sync";
import { decodeStateVector } from "yjs";
import { MAX_PROSE_BYTES } from "#domain/prose.ts";
import { measured, SHORT_UPDATE } from "./aside.ts";

/**
 * A frame a page may send about a room. `data` is what is handed on; of carets, what `caretFrame` makes of them. `ask`: who
 * else is there. `update`: what a `sync` brings, absent where it asks what the page lacks; a long one is still to be
 * measured (`items` is null), else `items` says what it costs.
 */
export type Frame =
  | { room: string; kind: "auth" | "ask" | "stateless" | "close"; data: Uint8Array }
  | { room: string; kind: "sync"; data: Uint8Array; update?: { bytes: Uint8Array; items: number | null } }
  | { room: string; kind: "awareness"; carets: Caret[] };

/** What a page says of a caret: where it is, or null where it goes. `clock` counts what was said of it. */
export interface Caret {
  client: number;
  clock: number;
  state: { cursor?: unknown; user: CaretUser } | null;
}

/** Who a caret says it is: the server's word and not the page's. */
export interface CaretUser {
  id: string;
  name: string;
}

/** Nobody's caret needs more, in bytes. */
const MAX_AWARENESS_BYTES = 4_096;
const MAX_STATELESS_LENGTH = 40;
/** What a page knows of everybody who ever wrote in a document: some thousands of visits, in bytes. */
const MAX_VECTOR_BYTES = 100_000;

/**
 * Reads a page's binary frame to its end, so that nothing that is none reaches Hocuspocus, which would throw in the
 * middle of it. Null for what no page of ours sends.
 */
export function readFrame(data: Uint8Array, user: CaretUser): Frame | null {
  try {
    return parse(data, user);
  } catch {
    return null;
  }
}

function parse(data: Uint8Array, user: CaretUser): Frame | null {
  const decoder = createDecoder(data);
  const room = readVarString(decoder);
  switch (readVarUint(decoder)) {
    case MessageType.Auth:
      return readVarUint(decoder) === 0 && readVarString(decoder).length <= MAX_STATELESS_LENGTH
        ? { room, kind: "auth", data }
        : null;
    case MessageType.Sync: {
      const sync = syncOf(readVarUint(decoder), readVarUint8Array(decoder));
      return sync && { room, data, ...sync };
    }
    case MessageType.Awareness: {
      const update = readVarUint8Array(decoder);
      return update.length <= MAX_AWARENESS_BYTES
        ? { room, kind: "awareness", carets: caretsIn(update, user) }
        : null;
    }
    case MessageType.QueryAwareness:
      return { room, kind: "ask", data };
    case MessageType.Stateless:
      return readVarString(decoder).length <= MAX_STATELESS_LENGTH ? { room, kind: "stateless", data } : null;
    case MessageType.CLOSE:
      return hasContent(decoder) ? null : { room, kind: "close", data };
    default:
      return null;
  }
}

type Sync = Pick<Extract<Frame, { kind: "sync" }>, "kind" | "update">;

function syncOf(step: number, payload: Uint8Array): Sync | null {
  if (step === messageYjsSyncStep1) {
    if (payload.length > MAX_VECTOR_BYTES) return null;
    decodeStateVector(payload);
    return { kind: "sync" };
  }
  if (step !== messageYjsSyncStep2 && step !== messageYjsUpdate) return null;
  if (payload.length > MAX_PROSE_BYTES) return null;
  const isShort = payload.length <= SHORT_UPDATE;
  const items = isShort ? measured(payload) : null;
  return isShort && items === null ? null : { kind: "sync", update: { bytes: payload, items } };
}

/**
 * The carets of an awareness update, each under the member's own id and name and with nothing besides its place, so that
 * nobody writes under another's.
 */
function caretsIn(update: Uint8Array, user: CaretUser): Caret[] {
  const decoder = createDecoder(update);
  const count = readVarUint(decoder);
  const carets: Caret[] = [];
  while (carets.length < count) {
    const [client, clock] = [readVarUint(decoder), readVarUint(decoder)];
    const said: unknown = JSON.parse(readVarString(decoder));
    const isThere = typeof said === "object" && said !== null;
    const state = isThere ? { ...("cursor" in said && { cursor: said.cursor }), user } : null;
    carets.push({ client, clock, state });
  }
  return carets;
}

/** A frame that says `carets`, as Hocuspocus reads it. */
export function caretFrame(room: string, carets: readonly Caret[]): Uint8Array {
  const update = createEncoder();
  writeVarUint(update, carets.length);
  for (const { client, clock, state } of carets) {
    writeVarUint(update, client);
    writeVarUint(update, clock);
    writeVarString(update, JSON.stringify(state));
  }
  const encoder = createEncoder();
  writeVarString(encoder, room);
  writeVarUint(encoder, MessageType.Awareness);
  writeVarUint8Array(encoder, toUint8Array(update));
  return toUint8Array(encoder);
}

/** What a page hears instead of a room it may not enter. */
export function refusalFrame(room: string, reason: string): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, room);
  writeVarUint(encoder, MessageType.Auth);
  writeVarUint(encoder, 1);
  writeVarString(encoder, reason);
  return toUint8Array(encoder);
}
