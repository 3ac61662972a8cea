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
      reader.current?.revealClaim(claimId);
      raise();
    },
    [store, reader, raise],
  );
}
