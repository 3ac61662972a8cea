"use client";

import { useEffect, useEffectEvent } from "react";
import { isComposing, isInDialog, isWriting } from "#components/ui/typing.ts";

/** Ctrl or ⌘ with Z, and with Shift or with Y the other way, wherever nothing is written. */
export function useUndoKeys(undo: () => void, redo: () => void): void {
  const obey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey || isComposing(event))
      return;
    if (isWriting(event.target) || isInDialog(event.target)) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) redo();
    else undo();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => obey(event);
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
