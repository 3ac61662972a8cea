import { z } from "zod";
import type { FieldName } from "./claim-field.ts";

/** Text of one field that has not reached the server, with what it was typed over. */
export interface StoredDraft {
  value: unknown;
  base: unknown;
  baseVersion: number;
}

export interface DraftStorage {
  read: (claimId: string, field: FieldName) => StoredDraft | null;
  write: (claimId: string, field: FieldName, draft: StoredDraft) => void;
  remove: (claimId: string, field: FieldName) => void;
  /** The claims that have a draft. */
  claimIds: () => string[];
}

const draftSchema = z.object({ value: z.unknown(), base: z.unknown(), baseVersion: z.number() });

/**
 * Drafts of one member in this browser. They are the member's own: another person who signs in on the same machine
 * gets none. On the server there is no storage. A browser that stores nothing (private window, full disk) costs the safety net and nothing else.
 */
export function localDrafts(memberId: string, storageNow: () => Storage | null): DraftStorage {
  const prefix = `uratori:draft:${memberId}:`;
  const keyOf = (claimId: string, field: FieldName) => `${prefix}${claimId}:${field}`;
  return {
    read: (claimId, field) =>
      parse(quietly(() => storageNow()?.getItem(keyOf(claimId, field)) ?? null, null)),
    write: (claimId, field, draft) =>
      quietly(() => storageNow()?.setItem(keyOf(claimId, field), JSON.stringify(draft)), undefined),
    remove: (claimId, field) => quietly(() => storageNow()?.removeItem(keyOf(claimId, field)), undefined),
    claimIds: () => {
      const keys = quietly(() => Object.keys(storageNow() ?? {}), []).filter((key) => key.startsWith(prefix));
      return [...new Set(keys.map((key) => key.slice(prefix.length).split(":")[0] ?? ""))];
    },
  };
}

function parse(text: string | null): StoredDraft | null {
  if (text === null) return null;
  const parsed = draftSchema.safeParse(quietly((): unknown => JSON.parse(text), null));
  return parsed.success ? parsed.data : null;
}

function quietly<Result>(run: () => Result, otherwise: Result): Result {
  try {
    return run();
  } catch {
    return otherwise;
  }
}
