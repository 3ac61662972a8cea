import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { HeldDatabase } from "#components/queue/held-database.ts";

interface Schema extends DBSchema {
  updates: {
    key: number;
    value: { claimId: string; update: Uint8Array };
    indexes: { claimId: string };
  };
}

/** What was written of one claim and is not known to be stored, with the keys it is dropped by. */
export interface KeptUpdates {
  keys: number[];
  updates: Uint8Array[];
}

/** What a member wrote in this browser and the server has not stored yet, as Yjs updates. It outlives the page. */
export interface KeptProse {
  /** Answers the key; null where the browser keeps nothing (a private window, a full disk). Never rejects. */
  add: (claimId: string, update: Uint8Array) => Promise<number | null>;
  read: (claimId: string) => Promise<KeptUpdates>;
  drop: (keys: readonly number[]) => Promise<void>;
  /** The claims of which something is kept. */
  claimIds: () => Promise<string[]>;
}

/** The member's own: another person who signs in on the same machine opens another database. */
export function keptProse(memberId: string): KeptProse {
  const held = new HeldDatabase(() => openProseDatabase(memberId));
  const quietly = async <Result>(
    work: (database: IDBPDatabase<Schema>) => Promise<Result>,
    otherwise: Result,
  ): Promise<Result> => {
    try {
      return await held.use(work);
    } catch {
      return otherwise;
    }
  };
  return {
    add: (claimId, update) => quietly((database) => database.add("updates", { claimId, update }), null),
    read: (claimId) =>
      quietly(
        async (database) => {
          const index = database.transaction("updates").store.index("claimId");
          const [keys, rows] = await Promise.all([index.getAllKeys(claimId), index.getAll(claimId)]);
          return { keys, updates: rows.map(({ update }) => update) };
        },
        { keys: [], updates: [] },
      ),
    drop: (keys) =>
      quietly(async (database) => {
        const work = database.transaction("updates", "readwrite");
        await Promise.all([...keys.map((key) => work.store.delete(key)), work.done]);
      }, undefined),
    claimIds: () =>
      quietly(async (database) => {
        const rows = await database.getAll("updates");
        return [...new Set(rows.map(({ claimId }) => claimId))];
      }, []),
  };
}

async function openProseDatabase(memberId: string): Promise<IDBPDatabase<Schema>> {
  return await openDB<Schema>(`uratori:${memberId}:prose`, 1, {
    upgrade: (database) => {
      const updates = database.createObjectStore("updates", { autoIncrement: true });
      updates.createIndex("claimId", "claimId");
    },
    // A newer version of the product in another tab: this one must not stand in its way.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}
