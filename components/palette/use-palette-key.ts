"use client";

import { useEffect } from "react";
import { togglePalette } from "./opened.ts";

/**
 * ⌘K or Ctrl K, from text fields too. Silent while an input method composes (its own keys pass through here), and
 * where an editor took the key for itself.
 */
export function usePaletteKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const isWanted = event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey);
      if (!isWanted || event.altKey || event.shiftKey) return;
      event.preventDefault();
      togglePalette();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
