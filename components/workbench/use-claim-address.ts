"use client";

import { useEffect } from "react";
import { holdInView } from "./hold-in-view.ts";
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
    const letGo =
      focusedId && !isReturning()
        ? holdInView(() => {
            reader.current?.revealClaim(focusedId);
            return reader.current !== null;
          })
        : () => {};
    let shown = focusedId;
    const unsubscribe = store.subscribe(() => {
      const next = store.get().focusedId;
      if (next === shown) return;
      letGo();
      shown = next;
      const address = new URL(window.location.href);
      if (next) address.searchParams.set("claim", next);
      else address.searchParams.delete("claim");
      window.history.replaceState(null, "", address);
    });
    return () => {
      letGo();
      unsubscribe();
    };
  }, [store, reader]);
}

/** Whether this page load is a reload or a way back, which browsers answer by scrolling to where one was. */
function isReturning(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  return entry instanceof PerformanceNavigationTiming && entry.type !== "navigate";
}
