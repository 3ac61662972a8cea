"use client";

import { useEffect } from "react";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { Whereabouts } from "#domain/presence.ts";
import { watchField, watchIdle } from "./watch-hands.ts";
import { WhereaboutsSender } from "./whereabouts-sender.ts";

/** Tells where the person is: the claim on the desk, the field under their hands, and whether any hand is there. */
export function useWhereabouts(tell: (whereabouts: Whereabouts) => void): void {
  const { store } = useWorkbench();
  useEffect(() => {
    const sender = new WhereaboutsSender(tell);
    const onFocus = () => sender.change({ claimId: store.get().focusedId });
    onFocus();
    const stops = [
      store.subscribe(onFocus),
      watchField((field) => sender.change({ field })),
      watchIdle((idle) => sender.change({ idle })),
    ];
    return () => {
      for (const stop of stops) stop();
      sender.stop();
    };
  }, [store, tell]);
}
