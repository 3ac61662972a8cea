import { type IDBPDatabase, openDB } from "idb";
import { type Entry, entrySchema } from "./entry.ts";
import { HeldDatabase } from "./held-database.ts";
import type { Entries } from "./queue.ts";

/** What was kept and can't be read back: of another version of the product, or broken. Shown to the person as it is. */
export interface Unreadable {
  id: string;
  kept: unknown;
}

export interface Kept {
  entries: Entries;
  unreadable: readonly Unreadable[];
}

/** Where deeds outlive the page. */
export interface QueueStorage {
  read: () => Promise<Kept>;
  /** Changes what is kept, whole or not at all, and answers what is kept then. Two tabs never overwrite each other. */
  change: (change: (entries: Entries) => Entries) => Promise<Kept>;
  /** Forgets something that could not be read. */
  forget: (id: string) => Promise<void>;
}

export const DEEDS = "deeds";

/** A member's deeds in IndexedDB, one record each; rejects where the browser keeps none. */
export async function openMemberStorage(memberId: string): Promise<QueueStorage> {
  const held = new HeldDatabase(() => openMemberDatabase(memberId));
  await held.use(async () => {});
  return databaseStorage(held);
}

function databaseStorage(held: HeldDatabase): QueueStorage {
  const change = (how: (entries: Entries) => Entries) =>
    held.use(async (database): Promise<Kept> => {
      const work = database.transaction(DEEDS, "readwrite");
      const { entries, unreadable } = sorted(await work.store.getAll());
      const next = how(entries);
      const kept = new Map(entries.map((entry) => [entry.id, entry]));
      const gone = entries.filter(({ id }) => !next.some((entry) => entry.id === id));
      await Promise.all([
        ...next.filter((entry) => kept.get(entry.id) !== entry).map((entry) => work.store.put(entry)),
        ...gone.map(({ id }) => work.store.delete(id)),
        work.done,
      ]);
      return { entries: next, unreadable };
    });
  return {
    read: () => held.use(async (database) => sorted(await database.getAll(DEEDS))),
    change,
    forget: (id) => held.use((database) => database.delete(DEEDS, id)),
  };
}

/** For a browser that stores nothing (a private window, a full disk): what is unsent lives as long as the page. */
export function memoryStorage(initial: Entries = []): QueueStorage {
  let entries = initial;
  const kept = (): Kept => ({ entries, unreadable: [] });
  return {
    read: async () => kept(),
    change: async (change) => {
      entries = change(entries);
      return kept();
    },
    forget: async () => {},
  };
}

function sorted(records: readonly unknown[]): Kept {
  const entries: Entry[] = [];
  const unreadable: Unreadable[] = [];
  for (const record of records) {
    const parsed = entrySchema.safeParse(record);
    if (parsed.success) entries.push(parsed.data);
    else unreadable.push({ id: idOf(record), kept: record });
  }
  entries.sort((a, b) => a.turn - b.turn || (a.id < b.id ? -1 : 1));
  return { entries, unreadable };
}

const idOf = (record: unknown): string =>
  typeof record === "object" && record !== null && "id" in record ? String(record.id) : "";

/** A member's own database in this browser: nobody else who signs in here opens it. */
export const databaseName = (memberId: string): string => `uratori:${memberId}`;

/** Opens a member's database; rejects where the browser keeps none. */
export function openMemberDatabase(memberId: string): Promise<IDBPDatabase> {
  return openDB(databaseName(memberId), 1, {
    upgrade: (database) => {
      database.createObjectStore(DEEDS, { keyPath: "id" });
    },
    // Thrown away in another tab, or a newer version of the product: this one must not stand in the way.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}
