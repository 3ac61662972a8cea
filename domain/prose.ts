import { idSchema } from "./id.ts";

/** The parts of a claim's Yjs document: each is an XML fragment with an editor of its own. */
export const PROSE_FIELDS = ["summary", "rationale"] as const;
export type ProseField = (typeof PROSE_FIELDS)[number];

/** The largest document that is taken in, merged state in bytes: far above what anybody writes about one claim. */
export const MAX_PROSE_BYTES = 2_000_000;

/**
 * The most items a document is taken in with, and the most of one update: what Yjs keeps of every stretch that was
 * written or deleted at once. What a document costs to load and to merge is counted in them.
 */
export const MAX_PROSE_ITEMS = 50_000;
export const MAX_UPDATE_ITEMS = 20_000;

const PREFIX = "claim:";

/** The room in which a claim's prose is written together. */
export const proseRoom = (claimId: string): string => `${PREFIX}${claimId}`;

/** The claim of a room; null for any name that is none of ours, before anything is asked of the database. */
export function claimOfProseRoom(name: string): string | null {
  if (!name.startsWith(PREFIX)) return null;
  const parsed = idSchema.safeParse(name.slice(PREFIX.length));
  return parsed.success ? parsed.data : null;
}

/** What a page asks and what a server answers, as a stateless message of a room: its number, and nothing of the prose. */
const STORED = /^(stored\?|stored|refused):(\d{1,15})$/;

/**
 * A page asks whether all it sent before this is stored, and hears `stored` when it is, however long that takes.
 * `refused`: it may not write (any more), so nothing of it will be.
 */
export type StoredMessage = { type: "stored?" | "stored" | "refused"; number: number };

export const storedMessage = ({ type, number }: StoredMessage): string => `${type}:${number}`;

/** Null for any other stateless message. */
export function parseStoredMessage(payload: string): StoredMessage | null {
  const [, type, number] = STORED.exec(payload) ?? [];
  return type ? { type: type as StoredMessage["type"], number: Number(number) } : null;
}
