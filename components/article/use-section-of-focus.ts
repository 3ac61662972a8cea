"use client";

import { useEffect, useState } from "react";
import type { WorkbenchState } from "#components/workbench/claim-store.ts";
import { useClaims, useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { OutlineSection } from "./outline-sections.ts";

const selectBlock = ({ focusedId, byId }: WorkbenchState) =>
  focusedId ? (byId.get(focusedId)?.anchor.blockId ?? null) : null;

/** The section of the open claim while that is in view, which is what one works on; else `seen`, the one that is read. */
export function useSectionOfFocus(sections: readonly OutlineSection[], seen: string | null): string | null {
  const { article } = useWorkbench();
  const focused = useClaims(selectBlock);
  const [ofFocus, setOfFocus] = useState<string | null>(null);
  // `seen` asks again: the text has been scrolled to another section.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of `seen` is the reason to look.
  useEffect(() => {
    if (focused === null || !isInView(focused)) return setOfFocus(null);
    const firsts = new Set(sections.map(({ blockId }) => blockId));
    const { blocks } = article.revision;
    const at = blocks.findIndex(({ id }) => id === focused);
    setOfFocus(blocks.slice(0, at + 1).findLast(({ id }) => firsts.has(id))?.id ?? null);
  }, [article, focused, sections, seen]);
  return ofFocus ?? seen;
}

function isInView(blockId: string): boolean {
  const box = document.querySelector(`[data-block-id="${CSS.escape(blockId)}"]`)?.getBoundingClientRect();
  return box !== undefined && box.bottom > 0 && box.top < window.innerHeight;
}
