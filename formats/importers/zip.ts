import { Inflate } from "fflate";
import { RefusedImport } from "./refused-import.ts";

/** What an archive may hold. An office file has some dozens of entries; a bomb has thousands, or one that is endless. */
const MOST_ENTRIES = 5000;
const LARGEST_ENTRY_BYTES = 48 * 1024 * 1024;
const LARGEST_TOTAL_BYTES = 96 * 1024 * 1024;
/** Deflate reaches 1032 to one on zeros alone. The XML of a real document, tables of one word included, stays below this. */
const HIGHEST_RATIO = 200;
/** Below this no ratio does harm. */
const HARMLESS_BYTES = 2 * 1024 * 1024;
/** Inflated in pieces this small, nothing can grow far over a limit before it is seen. */
const PIECE_BYTES = 4096;

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  isEncrypted: boolean;
  method: number;
  compressedBytes: number;
  /** Where its local header begins. */
  at: number;
}

/** An archive that is read entry by entry, as they are asked for. */
export interface Archive {
  has: (name: string) => boolean;
  /**
   * An entry's bytes, or null without one. What headers say of its size is believed by nobody: it is inflated until it
   * ends or is too much.
   *
   * @throws RefusedImport ENCRYPTED, DAMAGED, or TOO_HARD above a limit of entry, archive or ratio
   */
  read: (name: string) => Uint8Array | null;
}

/**
 * The archive in `bytes` by its central directory. ZIP64 is not read: what it is for does not fit an article's limit.
 *
 * @throws RefusedImport DAMAGED where there is no directory, TOO_HARD where it lists too much
 */
export function openZip(bytes: Uint8Array): Archive {
  const entries = entriesOf(bytes);
  let left = LARGEST_TOTAL_BYTES;
  return {
    has: (name) => entries.has(name),
    read: (name) => {
      const entry = entries.get(name);
      if (!entry) return null;
      const content = contentOf(bytes, entry, Math.min(left, LARGEST_ENTRY_BYTES));
      left -= content.length;
      return content;
    },
  };
}

function entriesOf(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecordAt(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new RefusedImport("TOO_HARD");
  const names = new TextDecoder("utf-8");
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY_SIGNATURE)
      throw new RefusedImport("DAMAGED");
    const nameBytes = view.getUint16(at + 28, true);
    const name = names.decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes));
    entries.set(name.replaceAll("\\", "/").replace(/^\//, ""), {
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      compressedBytes: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    at += ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end record stands last, with nothing but its comment behind it. */
function endRecordAt(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  throw new RefusedImport("DAMAGED");
}

function contentOf(bytes: Uint8Array, entry: Entry, limit: number): Uint8Array {
  if (entry.isEncrypted) throw new RefusedImport("ENCRYPTED");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { at } = entry;
  if (at + LOCAL_BYTES > view.byteLength || view.getUint32(at, true) !== LOCAL_SIGNATURE)
    throw new RefusedImport("DAMAGED");
  const start = at + LOCAL_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.subarray(start, start + entry.compressedBytes);
  if (entry.method === DEFLATED) return inflated(packed, limit);
  if (entry.method !== STORED) throw new RefusedImport("DAMAGED");
  if (packed.length > limit) throw new RefusedImport("TOO_HARD");
  return packed;
}

function inflated(packed: Uint8Array, limit: number): Uint8Array {
  const most = Math.min(limit, Math.max(HARMLESS_BYTES, packed.length * HIGHEST_RATIO));
  const pieces: Uint8Array[] = [];
  let total = 0;
  const inflate = new Inflate((piece) => {
    total += piece.length;
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < packed.length && total <= most; at += PIECE_BYTES)
      inflate.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length);
  } catch {
    throw new RefusedImport("DAMAGED");
  }
  if (total > most) throw new RefusedImport("TOO_HARD");
  return joined(pieces, total);
}

function joined(pieces: readonly Uint8Array[], total: number): Uint8Array {
  const whole = new Uint8Array(total);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
