import { deleteDB } from "idb";
import { databaseName } from "./queue-storage.ts";

/**
 * Forgets everything that was kept of a member in this browser: their database, those that begin with its name, and what
 * stands under their id in the local storage.
 */
export async function forgetMember(memberId: string): Promise<void> {
  const own = databaseName(memberId);
  // Not every browser tells what it keeps; these are all there are today.
  const databases = (await globalThis.indexedDB.databases?.()) ?? [{ name: own }, { name: `${own}:prose` }];
  const names = databases.flatMap(({ name }) => (name?.startsWith(own) ? [name] : []));
  await Promise.all(names.map((name) => deleteDB(name)));
  for (const key of Object.keys(window.localStorage)) {
    if (key.startsWith("uratori:") && key.includes(memberId)) window.localStorage.removeItem(key);
  }
}
