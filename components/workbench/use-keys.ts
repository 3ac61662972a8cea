"use client";

import { useEffect } from "react";
import { useDiscussionStore } from "#components/discussion/discussion-context.tsx";
import { useDeleteClaim } from "#components/live/use-delete-claim.ts";
import { isInDialog, isWriting } from "#components/ui/typing.ts";
import { actionOf, type WorkbenchAction } from "./keys.ts";
import { focusPart } from "./panel-parts.ts";
import { useSheet } from "./sheet-context.tsx";
import { useGoing } from "./use-going.ts";
import { whereToMark } from "./where-to-mark.ts";
import { useWorkbench } from "./workbench-context.tsx";

/** Obeys the key map while the workbench is shown, and is silent wherever a key writes or moves something else. */
export function useKeys(onHelp: () => void): void {
  const { store, reader, actions, autosave, article } = useWorkbench();
  const discussion = useDiscussionStore();
  const going = useGoing();
  const deleteClaim = useDeleteClaim();
  const { raise, lower } = useSheet();
  useEffect(() => {
    const inPanel = (part: Parameters<typeof focusPart>[0]) => {
      if (store.get().focusedId === null) return;
      raise();
      focusPart(part);
    };
    const run: Record<WorkbenchAction, () => void> = {
      ...going,
      markSelection: () => {
        const range = reader.current?.selection();
        if (!range) return;
        actions.mark(range);
        reader.current?.clearSelection();
      },
      markBullet: () => {
        const blockId = whereToMark(store.get(), reader.current);
        if (blockId) actions.markBlock(blockId);
      },
      dismissBullet: () => {
        const blockId = whereToMark(store.get(), reader.current);
        const menu = document.querySelector<HTMLElement>(`[data-dismiss-id="${CSS.escape(blockId ?? "")}"]`);
        menu?.click();
      },
      placeSelection: () => {
        const { focusedId, byId } = store.get();
        const range = reader.current?.selection();
        if (!range || focusedId === null || byId.get(focusedId)?.anchor.state !== "needs_placing") return;
        actions.move(focusedId, range);
        reader.current?.clearSelection();
      },
      caret: () => reader.current?.enterCaret(),
      verdict: () => inPanel("verdict"),
      evidence: () => inPanel("evidence"),
      assign: () => inPanel("assignee"),
      discuss: () => {
        const range = article.abilities.discuss ? reader.current?.selection() : null;
        if (range) {
          discussion.begin(range);
          reader.current?.clearSelection();
          raise();
        } else if (discussion.get().passage !== null) {
          raise();
          focusPart("discussion");
        } else inPanel("discussion");
      },
      settle: () => inPanel("settle"),
      deleteClaim: () => {
        const { focusedId } = store.get();
        if (focusedId) deleteClaim(focusedId);
      },
      undo: actions.undo,
      redo: actions.redo,
      help: onHelp,
      close: () => {
        const { focusedId } = store.get();
        lower();
        const { passage } = discussion.get();
        if (passage !== null) {
          discussion.close();
          if (passage.kind === "thread") reader.current?.focusMark(passage.threadId);
          return;
        }
        if (isInPanel(document.activeElement) && focusedId) reader.current?.focusMark(focusedId);
        else store.focus(null);
      },
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const action = actionOf(event);
      if (!action) return;
      if (action === "close" && isWriting(event.target) && isInPanel(event.target)) void autosave.flush();
      else if (isWriting(event.target) || isInDialog(event.target)) return;
      event.preventDefault();
      run[action]();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [store, reader, actions, autosave, article, discussion, going, raise, lower, onHelp, deleteClaim]);
}

const isInPanel = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("[data-claim-panel]") !== null;
