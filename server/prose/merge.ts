import { applyUpdate, type Doc, decodeUpdate, encodeStateAsUpdate } from "yjs";
import { proseDocument, readProse, type WrittenProse, writeProse } from "#editor/prose-document.ts";

export interface MergeJob {
  /** What is in the database, and what came, both as Yjs updates. */
  stored: Uint8Array;
  state: Uint8Array;
}

/** What two states make together. `written` is null where no page of ours could have made it and nothing of ours can read it. */
export interface MergedProse {
  state: Uint8Array;
  written: WrittenProse | null;
}

/** Merges a room's state into the stored one; null where it holds nothing that is not stored. Takes a second of the largest. */
export function mergedProse({ stored, state }: MergeJob): MergedProse | null {
  const document = proseDocument(stored);
  if (!takeIn(document, state)) return null;
  return { state: encodeStateAsUpdate(document), written: readOrNull(document) };
}

export interface RewriteJob {
  state: Uint8Array;
  wanted: Partial<WrittenProse>;
}

/** A document made to say what is wanted, by the least change of it. */
export function rewrittenProse({ state, wanted }: RewriteJob): MergedProse {
  const document = proseDocument(state);
  writeProse(document, wanted);
  return { state: encodeStateAsUpdate(document), written: readOrNull(document) };
}

/** Whether `state` held anything that `document` did not. */
function takeIn(document: Doc, state: Uint8Array): boolean {
  let isNew = false;
  const notice = () => {
    isNew = true;
  };
  document.on("update", notice);
  applyUpdate(document, state);
  document.off("update", notice);
  return isNew;
}

function readOrNull(document: Doc): WrittenProse | null {
  try {
    return readProse(document);
  } catch {
    return null;
  }
}

/** Of how many items an update consists: what it costs to take it in. Throws where it is none. */
export const measuredUpdate = (update: Uint8Array): number => decodeUpdate(update).structs.length;
