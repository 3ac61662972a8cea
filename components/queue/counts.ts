import type { DeedQueue } from "./deed-queue.ts";
import { type Entry, isRefused } from "./entry.ts";

/** Deeds that still wait for the server. */
export const unsentCount = (queue: DeedQueue): number =>
  queue.entries.filter((entry) => !isRefused(entry)).length;

/** What waits for a person's decision: refused deeds, and those that could not be read back. */
export const unresolvedCount = (queue: DeedQueue): number =>
  queue.entries.filter(isRefused).length + queue.unreadable.length;

/** Everything undone that concerns a claim, refused deeds too, in the order of doing. */
export const deedsOn = (queue: DeedQueue, claimId: string): Entry[] =>
  queue.entries.filter(({ deed }) => "claimId" in deed && deed.claimId === claimId);
