"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { PlacedAnchor } from "#domain/anchor.ts";
import { moveEdge } from "#domain/anchoring/move-edge.ts";
import type { TextRange } from "#domain/anchoring/trim-range.ts";
import type { Block } from "#domain/block.ts";
import type { ClaimSummary } from "#domain/claim.ts";
import { snapToGraphemes } from "#domain/grapheme.ts";
import { codePoints } from "#domain/offset.ts";
import type { ClaimLayer } from "#editor/claim-layer/claim-layer.ts";
import classes from "./reader.module.css";

/** Where an edge is: the line's box side, in pixels from the text's top left corner. */
export interface EdgePlace {
  left: number;
  top: number;
  height: number;
}

interface ReaderEdgeProps {
  layer: ClaimLayer;
  /** It has a place in the text. */
  claim: Pick<ClaimSummary, "id"> & { anchor: PlacedAnchor };
  edge: "start" | "end";
  place: EdgePlace;
}

/** One edge of the claim in focus: dragged by mouse or finger, or moved by arrow keys (with Shift, by words). */
export function ReaderEdge({ layer, claim, edge, place }: ReaderEdgeProps) {
  const t = useTranslations("workbench");
  const { actions } = useWorkbench();
  const block = layer.article.blockOf(claim.anchor.blockId);
  const drag = useRef<{ offBy: number; range: TextRange } | null>(null);
  if (!block) return null;
  const { start, end } = claim.anchor;

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus({ preventScroll: true });
    const lineMiddle = layer.article.root.getBoundingClientRect().top + place.top + place.height / 2;
    drag.current = { offBy: event.clientY - lineMiddle, range: { start, end } };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!drag.current) return;
    const at = layer.article.offsetAt(event.clientX, event.clientY - drag.current.offBy);
    if (!at || at.block.id !== block.id) return;
    const range = { ...drag.current.range, [edge]: at.offset };
    if (range.end <= range.start) return;
    drag.current.range = snapped(block, range);
    layer.showPending(drag.current.range);
  };
  const onPointerUp = () => {
    if (drag.current) actions.move(claim.id, drag.current.range);
    drag.current = null;
    layer.showPending(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    actions.move(claim.id, moveEdge(block, { start, end }, edge, by, event.shiftKey ? "word" : "grapheme"));
  };
  return (
    <div
      className={classes.edge}
      data-edge={edge}
      style={{ left: place.left, top: place.top, height: place.height }}
      role="slider"
      tabIndex={0}
      aria-label={t(`edges.${edge}`)}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={block.end - block.start}
      aria-valuenow={claim.anchor[edge] - block.start}
      aria-valuetext={wordsAt(claim, edge)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
    />
  );
}

const STEPS: Record<string, 1 | -1> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 };

/** `range` of the linear text on whole graphemes of `block`. */
function snapped(block: Block, range: TextRange): TextRange {
  const local = snapToGraphemes(block.text, {
    start: codePoints(range.start - block.start),
    end: codePoints(range.end - block.start),
  });
  return { start: codePoints(local.start + block.start), end: codePoints(local.end + block.start) };
}

/** How many characters of the quote are read out where an edge stands. */
const HEARD = 8;

const wordsAt = ({ anchor }: ReaderEdgeProps["claim"], edge: "start" | "end"): string => {
  const characters = [...anchor.exact];
  return (edge === "start" ? characters.slice(0, HEARD) : characters.slice(-HEARD)).join("");
};
