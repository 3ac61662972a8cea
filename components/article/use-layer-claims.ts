"use client";

import { useEffect, useLayoutEffect, useMemo } from "react";
import { lookOf } from "#components/verdict/standing.ts";
import type { WorkbenchState } from "#components/workbench/claim-store.ts";
import { useClaims } from "#components/workbench/workbench-context.tsx";
import type { ClaimLayer } from "#editor/claim-layer/claim-layer.ts";
import type { PaintedClaim } from "#editor/claim-layer/painted-claim.ts";

const selectClaims = (state: WorkbenchState) => state.claims;
const selectFocused = (state: WorkbenchState) => state.focusedId;

/** Keeps the layer showing what the store holds. Claims that need placing have no place and are not painted. */
export function useLayerClaims(layer: ClaimLayer | null): void {
  const claims = useClaims(selectClaims);
  const focusedId = useClaims(selectFocused);
  const painted = useMemo(
    () =>
      claims
        .filter(({ anchor }) => anchor.state !== "needs_placing")
        .map((claim): PaintedClaim => {
          const { blockId, start, end } = claim.anchor;
          return { id: claim.id, blockId, start, end, look: lookOf(claim) };
        }),
    [claims],
  );
  useLayoutEffect(() => layer?.setClaims(painted), [layer, painted]);
  useEffect(() => layer?.focus(focusedId), [layer, focusedId]);
}
