"use client";

import { useLayoutEffect, useRef, useState } from "react";
import { codePoints, toUtf16 } from "#domain/offset.ts";
import { drawnRange } from "./block-place.ts";
import classes from "./import-work.module.css";

/** Where a block would be split, drawn between its characters: text that can't be written in has no caret of its own. */
export function BlockCaretMark({ at, text: words }: { at: number; text: string }) {
  const mark = useRef<HTMLSpanElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number; height: number } | null>(null);
  useLayoutEffect(() => {
    const content = mark.current?.parentElement;
    const text = content?.querySelector("[data-text]");
    if (!content || !text) return;
    const units = toUtf16(words, codePoints(at));
    const rect = caretRect(text, units);
    const box = content.getBoundingClientRect();
    if (rect) setPlace({ left: rect.x - box.left, top: rect.top - box.top, height: rect.height });
    mark.current?.scrollIntoView({ block: "nearest" });
  }, [at, words]);
  return (
    <span
      ref={mark}
      className={classes.caret}
      aria-hidden
      data-no-text
      style={place ? { left: place.left, top: place.top, height: place.height } : { display: "none" }}
    />
  );
}

/** Before the character behind it, or after the one before where it stands at the end. In pixels of the window. */
export function caretRect(text: Element, units: number): { x: number; top: number; height: number } | null {
  const behind = drawnRange(text, units, units + 1)?.getClientRects()[0];
  if (behind && behind.width > 0) return { x: behind.left, top: behind.top, height: behind.height };
  const before =
    units > 0 ? [...(drawnRange(text, units - 1, units)?.getClientRects() ?? [])].at(-1) : undefined;
  return before ? { x: before.right, top: before.top, height: before.height } : null;
}
