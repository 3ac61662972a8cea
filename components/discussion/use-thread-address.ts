"use client";

import { useEffect } from "react";
import { useSheet } from "#components/workbench/sheet-context.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { useDiscussionStore } from "./discussion-context.tsx";

/** Opens the conversation the address asks for, and keeps the address at the one on a passage while it is open. */
export function useThreadAddress(): void {
  const { store } = useWorkbench();
  const discussion = useDiscussionStore();
  const { raise } = useSheet();
  useEffect(() => {
    let focusedId = store.get().focusedId;
    let shownId = new URL(window.location.href).searchParams.get("thread");
    if (shownId) {
      raise();
      if (focusedId) discussion.want(shownId);
      else discussion.show(shownId);
    }
    const follow = () => {
      const { passage } = discussion.get();
      const isSameClaim = store.get().focusedId === focusedId;
      focusedId = store.get().focusedId;
      const next =
        passage?.kind === "thread"
          ? passage.threadId
          : passage === null && isSameClaim && focusedId
            ? shownId
            : null;
      if (next === shownId) return;
      shownId = next;
      const address = new URL(window.location.href);
      if (next) address.searchParams.set("thread", next);
      else address.searchParams.delete("thread");
      window.history.replaceState(null, "", address);
    };
    const leave = [store.subscribe(follow), discussion.subscribe(follow)];
    return () => {
      for (const one of leave) one();
    };
  }, [store, discussion, raise]);
}
