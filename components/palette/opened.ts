"use client";

import { useSyncExternalStore } from "react";

/** Whether the palette is open: one per browser page, and asked from keys, buttons and pages alike. */
let isOpen = false;
/** Where the keyboard was before, to go back to. */
let before: Element | null = null;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  if (next && !isOpen) before = document.activeElement;
  isOpen = next;
  for (const listener of listeners) listener();
}

export const openPalette = (): void => set(true);
export const closePalette = (): void => set(false);
export const togglePalette = (): void => set(!isOpen);

/** Gives the keyboard back to where it was when the palette opened. */
export function returnFocus(): void {
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  before = null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const usePaletteOpened = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => isOpen,
    () => false,
  );
