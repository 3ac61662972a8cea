"use client";

import { useCallback } from "react";
import { useSheet } from "./sheet-context.tsx";
import { useWorkbench } from "./workbench-context.tsx";

/** Opens a claim as a click does: it takes the focus, comes into view, and its sheet rises on a small screen. */
export function useOpenClaim(): (claimId: string) => void {
  const { store, reader } = useWorkbench();
  const { raise } = useSheet();
  return useCallback(
    (claimId) => {
      store.focus(claimId);
      raise();
      // The sheet has to have risen before one can say what it leaves in view.
      requestAnimationFrame(() => requestAnimationFrame(() => reader.current?.revealClaim(claimId)));
    },
    [store, reader, raise],
  );
}
