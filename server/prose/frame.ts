import { MessageType } from "@hocuspocus/server";
import { createDecoder, hasContent, readVarString, readVarUint, readVarUint8Array } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from "lib0/encoding";
import { modifyAwarenessUpdate } from "y-protocols/awareness";
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from "y-protocols/sync";
import { decodeStateVector } from "yjs";
import { MAX_PROSE_BYTES } from "#domain/prose.ts";
import { measured, SHORT_UPDATE } from "./aside.ts";

/**
 * A frame a page may send about a room. `data` is what is handed on. `ask`: who else is there. `update`: what
 * a `sync` brings, absent where it asks what the page lacks; a long one is still to be measured (`items` is null), else
 * `items` says what it costs.
 */
export interface Frame {
  room: string;
  kind: "auth" | "sync" | "awareness" | "ask" | "stateless" | "close";
  data: Uint8Array;
  update?: { bytes: Uint8Array; items: number | null };
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
        ? { room, kind: "awareness", data: signed(room, update, user) }
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

function syncOf(step: number, payload: Uint8Array): Pick<Frame, "kind" | "update"> | null {
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

/** The same frame with the member's own id and name on every caret, so that nobody writes under another's. */
function signed(room: string, update: Uint8Array, user: CaretUser): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, room);
  writeVarUint(encoder, MessageType.Awareness);
  writeVarUint8Array(
    encoder,
    modifyAwarenessUpdate(update, (state) =>
      state === null || typeof state !== "object" ? null : { ...state, user },
    ),
  );
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
