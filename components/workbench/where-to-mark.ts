import type { WorkbenchState } from "./claim-store.ts";
import type { ReaderPort } from "./reader-port.ts";

/**
 * The block that `b` and `d` are about: the one whose mark has the DOM focus, the one that was gone to, or the one the
 * caret stands in. Null where a person would have to guess which.
 */
export function whereToMark(state: WorkbenchState, reader: ReaderPort | null): string | null {
  const marked = document.activeElement?.getAttribute("data-mark-id") ?? null;
  if (marked !== null && !state.byId.has(marked)) return marked;
  return state.currentBlockId ?? reader?.blockId() ?? null;
}
