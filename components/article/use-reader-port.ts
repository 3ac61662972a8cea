"use client";

import { type RefObject, useEffect } from "react";
import type { ReaderPort } from "#components/workbench/reader-port.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { ClaimLayer } from "#editor/claim-layer/claim-layer.ts";
import { useKeyboardCaret } from "./use-keyboard-caret.ts";

/** How much of the window's top does not count as in view, in pixels: the bar and a line of air. */
const AIR = 88;

/** Gives the keys, the panel and the outline their hold on the text, for as long as the layer lives. */
export function useReaderPort(layer: ClaimLayer | null, proof: RefObject<HTMLElement | null>): void {
  const { reader } = useWorkbench();
  const caret = useKeyboardCaret(layer);
  useEffect(() => {
    if (!layer) return;
    reader.current = readerPort(layer, proof, () => caret.current?.start());
    return () => {
      reader.current = null;
    };
  }, [layer, reader, proof, caret]);
}

function readerPort(
  layer: ClaimLayer,
  proof: RefObject<HTMLElement | null>,
  enterCaret: () => void,
): ReaderPort {
  return {
    selection: () => {
      const selected = layer.selectedRange();
      return selected.state === "exact" && !document.getSelection()?.isCollapsed ? selected.range : null;
    },
    clearSelection: () => document.getSelection()?.removeAllRanges(),
    blockId: () => {
      const node = document.getSelection()?.focusNode ?? null;
      const element = node instanceof Element ? node : (node?.parentElement ?? null);
      const block = layer.article.root.contains(element) ? element?.closest("[data-block-id]") : null;
      return block?.getAttribute("data-block-id") ?? null;
    },
    revealClaim: (claimId) => {
      const [line] = layer.rectsOf(claimId);
      if (line) bringIntoView(line);
      const claim = layer.claim(claimId);
      if (claim) layer.scrollAcross(claim);
    },
    revealBlock: (blockId, options) => {
      const element = layer.article.elementOf(blockId);
      if (options?.align) element?.scrollIntoView({ block: options.align });
      else if (element) bringIntoView(element.getBoundingClientRect());
    },
    revealRange: (range) => {
      const [line] = layer.article.rectsOf(range);
      if (line) bringIntoView(line);
      layer.scrollAcross(range);
    },
    focusMark: (markId) => whenThere(proof, `[data-mark-id="${CSS.escape(markId)}"]`),
    enterCaret,
  };
}

/** Scrolls the page so that `box` stands in the upper half of what the bar and the sheet leave free. */
function bringIntoView({ top, bottom }: DOMRect): void {
  const free = { top: AIR, bottom: sheetTop() - AIR / 2 };
  if (top > free.top && bottom < free.bottom) return;
  window.scrollBy({ top: top - (free.top + Math.max(0, free.bottom - free.top) / 3) });
}

/** Where a claim's sheet begins on a small screen; the window's end where the claim stands beside the text. */
function sheetTop(): number {
  const panel = document.querySelector("[data-claim-panel]");
  const isSheet = panel !== null && getComputedStyle(panel).position === "fixed";
  const top = isSheet ? panel.getBoundingClientRect().top : 0;
  return top > 0 ? top : window.innerHeight;
}

/** The margin draws a frame after the text has moved: the mark is looked for over a few frames. */
function whenThere(proof: RefObject<HTMLElement | null>, selector: string, tries = 20): void {
  const element = proof.current?.querySelector<HTMLElement>(selector);
  if (element) element.focus({ preventScroll: true });
  else if (tries > 0) requestAnimationFrame(() => whenThere(proof, selector, tries - 1));
}
