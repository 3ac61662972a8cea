import type { Rationale } from "#editor/rationale-node.ts";

/** Both rationales in one, mine first, for a person to put in order; null where the values are no rationales. */
export function mergedRationale(mine: unknown, theirs: unknown): Rationale | null {
  if (!isRationale(mine) || !isRationale(theirs)) return null;
  return { type: "doc", content: [...mine.content, ...theirs.content] };
}

const isRationale = (value: unknown): value is Rationale =>
  typeof value === "object" && value !== null && "type" in value && value.type === "doc";
