"use client";

import { useEffect, useLayoutEffect, useState } from "react";
import type { WorkbenchState } from "#components/workbench/claim-store.ts";
import { useClaims, useWorkbench } from "#components/workbench/workbench-context.tsx";
import { placedOf } from "#domain/anchor.ts";
import { bulletStates } from "#domain/coverage.ts";
import type { ClaimLayer } from "#editor/claim-layer/claim-layer.ts";
import type { MarginMark } from "./reader-margin-layout.ts";

/** A claim's stamp, the mark of a bullet that has no claim (`id` is the block's), or of a discussed passage (the thread's). */
export interface ReaderMark extends MarginMark {
  kind: "claim" | "bullet" | "passage";
}

const selectClaims = (state: WorkbenchState) => state.claims;
const selectDismissals = (state: WorkbenchState) => state.dismissals;

/** The marks near the viewport with the place of their lines, measured anew when the layer or the claims change. */
export function useReaderMarks(layer: ClaimLayer): readonly ReaderMark[] {
  const { article } = useWorkbench();
  const claims = useClaims(selectClaims);
  const dismissals = useClaims(selectDismissals);
  const [marks, setMarks] = useState<readonly ReaderMark[]>([]);

  useLayoutEffect(() => {
    const bare = bareBullets(article.revision.blocks, { claims, dismissals });
    const measure = () => setMarks([...claimMarks(layer), ...bulletMarks(layer, bare)]);
    measure();
    return everyFrameAfter(layer, measure);
  }, [layer, article, claims, dismissals]);

  useEffect(() => {
    // The faces of the text may come late and break lines elsewhere without changing the text's height.
    const fonts = document.fonts;
    const again = () => setMarks((before) => measured(layer, before));
    fonts.addEventListener("loadingdone", again);
    return () => fonts.removeEventListener("loadingdone", again);
  }, [layer]);

  return marks;
}

type Blocks = Parameters<typeof bulletStates>[0];

/** The ids of bullets without a claim, dismissed ones included, in text order. */
function bareBullets(blocks: Blocks, state: Pick<WorkbenchState, "claims" | "dismissals">): string[] {
  const places = placedOf(state.claims).map(({ anchor }) => anchor);
  const states = bulletStates(blocks, places, state.dismissals.values());
  return [...states].flatMap(([id, bullet]) => (bullet === "claimed" ? [] : [id]));
}

const claimMarks = (layer: ClaimLayer): ReaderMark[] =>
  layer.nearbyClaims().map(({ id, top, height }) => ({
    id,
    kind: layer.claim(id)?.look === "discussed" ? "passage" : "claim",
    top: top + height / 2 - HALF_MARK,
  }));

const HALF_MARK = 17;

function bulletMarks(layer: ClaimLayer, blockIds: readonly string[]): ReaderMark[] {
  const origin = layer.article.root.getBoundingClientRect().top;
  const reach = window.innerHeight;
  return blockIds.flatMap((id): ReaderMark[] => {
    const box = layer.article.elementOf(id)?.getBoundingClientRect();
    if (!box || box.bottom < -reach || box.top > 2 * reach) return [];
    const block = layer.article.blockOf(id);
    const line = block && layer.article.rectsOf(block)[0];
    if (!line) return [];
    return [{ id, kind: "bullet", top: line.top - origin + line.height / 2 - HALF_MARK }];
  });
}

const measured = (layer: ClaimLayer, marks: readonly ReaderMark[]): ReaderMark[] => [
  ...claimMarks(layer),
  ...bulletMarks(
    layer,
    marks.flatMap(({ id, kind }) => (kind === "bullet" ? [id] : [])),
  ),
];

/** Calls `run` once in the frame after the layer told of changes, however often it did. */
function everyFrameAfter(layer: ClaimLayer, run: () => void): () => void {
  let frame = 0;
  const unsubscribe = layer.subscribe(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(run);
  });
  return () => {
    cancelAnimationFrame(frame);
    unsubscribe();
  };
}
