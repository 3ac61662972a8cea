"use client";

import { useSyncExternalStore } from "react";
import { Listeners } from "#components/ui/listeners.ts";

/** Whether the palette is open: one per browser page, and asked from keys, buttons and pages alike. */
let isOpen = false;
/** Where the keyboard was before, to go back to. */
let before: Element | null = null;
const listeners = new Listeners();

function set(next: boolean): void {
  if (next && !isOpen) before = document.activeElement;
  isOpen = next;
  listeners.tell();
}

export const openPalette = (): void => set(true);
export const closePalette = (): void => set(false);
export const togglePalette = (): void => set(!isOpen);

/** Gives the keyboard back to where it was when the palette opened. */
export function returnFocus(): void {
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  before = null;
}

export const usePaletteOpened = (): boolean =>
  useSyncExternalStore(
    listeners.subscribe,
    () => isOpen,
    () => false,
  );
