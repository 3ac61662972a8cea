"use client";

import { spotlight } from "@mantine/spotlight";
import { useEffect } from "react";

/**
 * ⌘K or Ctrl K, from text fields too. Silent while an input method composes (its own keys pass through here), and
 * where an editor took the key for itself.
 */
export function usePaletteKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const wanted = event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey);
      if (!wanted || event.altKey || event.shiftKey) return;
      event.preventDefault();
      spotlight.toggle();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
