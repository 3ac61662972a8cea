"use client";

import { Menu, UnstyledButton } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ClaimMenuItems } from "#components/claim/claim-menu-items.tsx";
import { ThreadMenuItems } from "#components/discussion/thread-menu-items.tsx";
import { useOpenPassage } from "#components/discussion/use-open-thread.ts";
import { useOpenClaim } from "#components/workbench/use-open-claim.ts";
import type { ClaimLayer } from "#editor/claim-layer/claim-layer.ts";
import classes from "./reader.module.css";

interface Question {
  /** Of claims, and of threads on words that are none. */
  ids: readonly string[];
  /** In pixels from the text's top left corner. */
  left: number;
  top: number;
}

/** Opens the claim or the discussion that is clicked in the text; where several stand, asks which. A link without any opens. */
export function ReaderChooser({ layer }: { layer: ClaimLayer }) {
  const t = useTranslations("workbench");
  const open = useOpenClaim();
  const openPassage = useOpenPassage();
  const [question, setQuestion] = useState<Question | null>(null);

  useEffect(() => {
    const { root } = layer.article;
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      // By keyboard, or to be opened elsewhere: the link's own.
      if (link && (event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey)) return;
      const isSelecting = document.getSelection()?.isCollapsed === false;
      if (isSelecting && link) event.preventDefault();
      if (isSelecting) return;
      const ids = layer.claimsAt(event.clientX, event.clientY);
      const [only, second] = ids;
      if (!only) return;
      // The claim is what the reader sees underlined; the link in it opens with a modifier key or from the keyboard.
      if (link) event.preventDefault();
      if (!second) return layer.claim(only)?.look === "discussed" ? openPassage(only) : open(only);
      const origin = root.getBoundingClientRect();
      setQuestion({ ids, left: event.clientX - origin.left, top: event.clientY - origin.top + 8 });
    };
    root.addEventListener("click", onClick);
    return () => root.removeEventListener("click", onClick);
  }, [layer, open, openPassage]);

  useHover(layer);

  if (!question) return null;
  return (
    <Menu opened onChange={(opened) => !opened && setQuestion(null)} position="bottom-start" withinPortal>
      <Menu.Target>
        <UnstyledButton
          tabIndex={-1}
          aria-label={t("whichClaim")}
          className={classes.point}
          style={{ left: question.left, top: question.top }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("whichClaim")}</Menu.Label>
        <ClaimMenuItems claimIds={question.ids} />
        <ThreadMenuItems threadIds={question.ids} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** Washes the claim under the mouse and shows that it can be clicked. */
function useHover(layer: ClaimLayer): void {
  useEffect(() => {
    const { root } = layer.article;
    let frame = 0;
    let hovered: string | null = null;
    const show = (id: string | null) => {
      if (id === hovered) return;
      hovered = id;
      layer.hover(id);
      root.style.cursor = id ? "pointer" : "";
    };
    const onMove = ({ pointerType, clientX, clientY, buttons }: PointerEvent) => {
      if (pointerType !== "mouse") return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() =>
        show(buttons ? null : (layer.claimsAt(clientX, clientY)[0] ?? null)),
      );
    };
    const onLeave = () => {
      cancelAnimationFrame(frame);
      show(null);
    };
    root.addEventListener("pointermove", onMove);
    root.addEventListener("pointerleave", onLeave);
    return () => {
      onLeave();
      root.removeEventListener("pointermove", onMove);
      root.removeEventListener("pointerleave", onLeave);
    };
  }, [layer]);
}
