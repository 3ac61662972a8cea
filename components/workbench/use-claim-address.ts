"use client";

import { useEffect } from "react";
import { useWorkbench } from "./workbench-context.tsx";

/**
 * Keeps the address at the claim in focus, so that it can be sent to somebody, without a step in the history for each:
 * back leads to where one came from. An address that asks for a claim brings it into view, unless the page was here
 * before: then the browser puts the text where it stood.
 */
export function useClaimAddress(): void {
  const { store, reader } = useWorkbench();
  useEffect(() => {
    const { focusedId } = store.get();
    if (focusedId && !isReturning()) requestAnimationFrame(() => reader.current?.revealClaim(focusedId));
    let shown = focusedId;
    return store.subscribe(() => {
      const next = store.get().focusedId;
      if (next === shown) return;
      shown = next;
      const address = new URL(window.location.href);
      if (next) address.searchParams.set("claim", next);
      else address.searchParams.delete("claim");
      window.history.replaceState(null, "", address);
    });
  }, [store, reader]);
}

/** Whether this page load is a reload or a way back, which browsers answer by scrolling to where one was. */
function isReturning(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  return entry instanceof PerformanceNavigationTiming && entry.type !== "navigate";
}
