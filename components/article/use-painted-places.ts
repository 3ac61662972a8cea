"use client";

import { type RefObject, useEffect } from "react";
import { codePoints, toUtf16 } from "#domain/offset.ts";
import { drawnRange } from "./block-place.ts";
import type { ImportWork } from "./use-import-work.ts";

/** Names by which the Highlight API paints; their colours stand in `ImportPaint`. */
export const PAINT = { joins: "import-joins", now: "import-unsure-now" } as const;

/** Paints what is looked at (the unsure place that is compared now, where lines were joined) without a change of the text. */
export function usePaintedPlaces(
  list: RefObject<HTMLElement | null>,
  { items, place }: ImportWork,
  showsJoins: boolean,
): void {
  useEffect(() => {
    if (!("highlights" in CSS) || !place) return;
    const piece = items.flatMap(({ pieces }) => pieces).find(({ key }) => key === place.key);
    const range = piece && rangeIn(list.current, place.key, piece.block.text, place.start, place.end);
    if (!range) return;
    CSS.highlights.set(PAINT.now, new Highlight(range));
    return () => void CSS.highlights.delete(PAINT.now);
  }, [list, items, place]);
  useEffect(() => {
    if (!("highlights" in CSS) || !showsJoins) return;
    const ranges = items.flatMap(({ pieces }) =>
      pieces.flatMap(({ key, block }) =>
        (block.joins ?? []).flatMap((at) => rangeIn(list.current, key, block.text, at - 1, at + 1) ?? []),
      ),
    );
    CSS.highlights.set(PAINT.joins, new Highlight(...ranges));
    return () => void CSS.highlights.delete(PAINT.joins);
  }, [list, items, showsJoins]);
}

function rangeIn(
  list: HTMLElement | null,
  key: string,
  text: string,
  start: number,
  end: number,
): Range | null {
  const drawn = list?.querySelector(`[data-edit-key="${key}"] [data-text]`);
  if (!drawn) return null;
  return drawnRange(drawn, toUtf16(text, codePoints(Math.max(0, start))), toUtf16(text, codePoints(end)));
}
