"use client";

import { useCallback, useEffect, useState } from "react";
import type { WorkbenchState } from "#components/workbench/claim-store.ts";
import { useClaims } from "#components/workbench/workbench-context.tsx";
import { isPlaced } from "#domain/anchor.ts";
import type { ClaimSummary } from "#domain/claim.ts";
import type { ClaimLayer } from "#editor/claim-layer/claim-layer.ts";
import { type EdgePlace, ReaderEdge } from "./reader-edge.tsx";

const selectFocusedClaim = (state: WorkbenchState) =>
  state.focusedId === null ? null : (state.byId.get(state.focusedId) ?? null);

/** The two handles of the claim in focus, for those who may move it. */
export function ReaderEdges({ layer }: { layer: ClaimLayer }) {
  const claim = useClaims(selectFocusedClaim);
  const places = useEdgePlaces(layer, claim);
  if (!claim?.abilities.update || !isPlaced(claim.anchor) || !places) return null;
  const placed = { id: claim.id, anchor: claim.anchor };
  return (
    <>
      <ReaderEdge layer={layer} claim={placed} edge="start" place={places.start} />
      <ReaderEdge layer={layer} claim={placed} edge="end" place={places.end} />
    </>
  );
}

function useEdgePlaces(layer: ClaimLayer, claim: ClaimSummary | null) {
  const [places, setPlaces] = useState<{ start: EdgePlace; end: EdgePlace } | null>(null);
  const measure = useCallback(() => {
    const lines = claim ? layer.rectsOf(claim.id) : [];
    const first = lines[0];
    const last = lines.at(-1);
    if (!first || !last) return setPlaces(null);
    const { left, top } = layer.article.root.getBoundingClientRect();
    setPlaces({
      start: { left: first.left - left, top: first.top - top, height: first.height },
      end: { left: last.right - left, top: last.top - top, height: last.height },
    });
  }, [layer, claim]);
  useEffect(() => {
    measure();
    return layer.subscribe(measure);
  }, [layer, measure]);
  return places;
}
