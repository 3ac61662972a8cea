"use client";

import { useCallback, useSyncExternalStore } from "react";
import type { Letter, Outbox } from "./outbox.ts";

/** The subjects of what could not be sent yet. */
export function useLate<Kind extends Letter, Answer>(outbox: Outbox<Kind, Answer>): ReadonlySet<string> {
  const late = useCallback(() => outbox.late, [outbox]);
  return useSyncExternalStore(outbox.subscribe, late, late);
}
