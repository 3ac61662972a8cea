"use client";

import { useEffect, useState } from "react";
import type { AnchorRange } from "#domain/anchor.ts";
import type { ClaimLayer } from "#editor/claim-layer/claim-layer.ts";

/** What can be done with what is selected stands just below it. */
export interface SelectionOffer {
  /** Null where what is selected can't be a claim, because it goes over a block's edge. */
  range: AnchorRange | null;
  /** The last selected line's bottom and middle, in pixels from the text's top left corner. */
  top: number;
  left: number;
  isTouch: boolean;
}

/** Half of the offer's width in pixels, so that it stays beside the text. */
const HALF_OFFER = 130;

/** How long a selection must rest before the offer shows, in milliseconds: handles are dragged in many small steps. */
const REST = 150;

/** The place for an offer below the selection; null while nothing in the text is selected. */
export function useSelectionOffer(layer: ClaimLayer, isOffering: boolean): SelectionOffer | null {
  const [offer, setOffer] = useState<SelectionOffer | null>(null);
  useEffect(() => {
    if (!isOffering) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isPointerDown = false;
    let isTouch = false;
    const look = () => {
      clearTimeout(timer);
      if (document.getSelection()?.isCollapsed !== false) setOffer(null);
      else if (!isPointerDown) timer = setTimeout(() => setOffer(offerFor(layer, isTouch)), REST);
    };
    const onDown = (event: PointerEvent) => {
      isTouch = event.pointerType !== "mouse";
      isPointerDown = !isTouch;
    };
    const onUp = () => {
      isPointerDown = false;
      look();
    };
    document.addEventListener("selectionchange", look);
    document.addEventListener("pointerdown", onDown);
    document.addEventListener("pointerup", onUp);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", look);
      document.removeEventListener("pointerdown", onDown);
      document.removeEventListener("pointerup", onUp);
    };
  }, [layer, isOffering]);
  return offer;
}

function offerFor(layer: ClaimLayer, isTouch: boolean): SelectionOffer | null {
  const selection = document.getSelection();
  const selected = layer.selectedRange(selection);
  if (selected.state !== "exact" && selected.state !== "crosses_blocks") return null;
  const line = selection?.rangeCount ? [...selection.getRangeAt(0).getClientRects()].at(-1) : undefined;
  if (!line) return null;
  const origin = layer.article.root.getBoundingClientRect();
  return {
    range: selected.state === "exact" ? selected.range : null,
    top: line.bottom - origin.top,
    left: Math.min(
      Math.max(line.left + line.width / 2 - origin.left, HALF_OFFER),
      Math.max(HALF_OFFER, origin.width - HALF_OFFER),
    ),
    isTouch,
  };
}
