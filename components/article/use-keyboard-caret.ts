"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef } from "react";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { ClaimLayer } from "#editor/claim-layer/claim-layer.ts";
import { KeyboardSelection } from "#editor/claim-layer/keyboard-selection.ts";

/** A caret in the text for those who select without a mouse, with words for those who don't see it. */
export function useKeyboardCaret(layer: ClaimLayer | null): RefObject<KeyboardSelection | null> {
  const t = useTranslations("workbench");
  const announce = useAnnounce();
  const { actions, article } = useWorkbench();
  const caret = useRef<KeyboardSelection | null>(null);
  useEffect(() => {
    if (!layer) return;
    const keyboard = new KeyboardSelection(layer, {
      onToggle: (isOn) => announce(t(isOn ? "caretOn" : "caretOff")),
      onMove: (text, isSelection) => announce(isSelection ? t("selected", { text }) : text),
      onConfirm: () => {
        const selected = layer.selectedRange();
        if (selected.state !== "exact" || !article.abilities.annotate) return;
        actions.mark(selected.range);
        document.getSelection()?.collapseToEnd();
      },
    });
    caret.current = keyboard;
    return () => {
      caret.current = null;
      keyboard.destroy();
    };
  }, [layer, announce, t, actions, article]);
  return caret;
}
