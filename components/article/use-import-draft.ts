"use client";

import { useDebouncedCallback } from "@mantine/hooks";
import { useCallback, useEffect, useState } from "react";
import { EMPTY_DRAFT, type ImportDraft, isEmptyDraft, keepDraft, readDraft } from "./import-draft.ts";

const KEEP_PAUSE_MS = 300;

/** The draft, kept over reloads, and guarded against a closed tab until `forget` says that it is saved. */
export function useImportDraft() {
  const [draft, setDraft] = useState<ImportDraft>(EMPTY_DRAFT);
  const [isRestored, setRestored] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const keepLater = useDebouncedCallback(keepDraft, { delay: KEEP_PAUSE_MS, flushOnUnmount: true });

  // After hydration, because the server can't know what the tab remembers.
  useEffect(() => {
    setDraft(readDraft() ?? EMPTY_DRAFT);
    setRestored(true);
  }, []);

  // A page that goes does not unmount: what was typed in the last moment is kept now or never.
  useEffect(() => {
    const keepNow = () => keepLater.flush();
    window.addEventListener("pagehide", keepNow);
    return () => window.removeEventListener("pagehide", keepNow);
  }, [keepLater]);

  const change = useCallback(
    (next: ImportDraft) => {
      setDraft(next);
      keepLater(next);
    },
    [keepLater],
  );
  const forget = useCallback(() => {
    setSaved(true);
    keepLater.cancel();
    keepDraft(EMPTY_DRAFT);
  }, [keepLater]);

  useLeaveGuard(!isSaved && !isEmptyDraft(draft));
  return { draft, isRestored, change, forget };
}

/** Lets the browser ask before a tab with unsaved work is closed. */
function useLeaveGuard(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isUnsaved]);
}
