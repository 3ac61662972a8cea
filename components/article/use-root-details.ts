"use client";

import { useEffect } from "react";
import type { ClaimLayer } from "#editor/claim-layer/claim-layer.ts";
import { useShownDetails } from "./shown-details.ts";

/** Keeps what the text is called and its language true after somebody corrected them: the editor was made with the old. */
export function useRootDetails(layer: ClaimLayer | null): void {
  const { title, language } = useShownDetails();
  useEffect(() => {
    const root = layer?.article.root;
    root?.setAttribute("aria-label", title);
    root?.setAttribute("lang", language);
  }, [layer, title, language]);
}
