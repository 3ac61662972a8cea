"use client";

import { Button, Group, Paper, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useDiscussionStore } from "#components/discussion/discussion-context.tsx";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { useSheet } from "#components/workbench/sheet-context.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { TextRange } from "#domain/anchoring/trim-range.ts";
import type { ClaimLayer } from "#editor/claim-layer/claim-layer.ts";
import classes from "./reader.module.css";

interface Offer {
  /** Null where what is selected can't be a claim, because it goes over a block's edge. */
  range: TextRange | null;
  /** The last selected line's bottom and middle, in pixels from the text's top left corner. */
  top: number;
  left: number;
  isTouch: boolean;
}

/** Half of the offer's width in pixels, so that it stays beside the text. */
const HALF_OFFER = 130;

/** How long a selection must rest before the offer shows, in milliseconds: handles are dragged in many small steps. */
const REST = 150;

/** Offers to make a claim of what is selected or to talk about it, below it, so that neither the words nor the handles are covered. */
export function ReaderSelection({ layer }: { layer: ClaimLayer }) {
  const t = useTranslations("workbench");
  const discuss = useTranslations("discussion");
  const { article, actions, reader } = useWorkbench();
  const discussion = useDiscussionStore();
  const { raise } = useSheet();
  const { annotate: mayMark, discuss: mayDiscuss } = article.abilities;
  const offer = useOffer(layer, mayMark || mayDiscuss);
  if (!offer) return null;
  const { range } = offer;
  const mark = () => {
    if (range) actions.mark(range);
    reader.current?.clearSelection();
  };
  const comment = () => {
    if (range) discussion.begin(range);
    raise();
    reader.current?.clearSelection();
  };
  return (
    <Paper
      className={classes.offer}
      data-touch={offer.isTouch || undefined}
      shadow="md"
      withBorder
      style={{ left: offer.left, top: offer.top }}
      onPointerDown={(event) => event.preventDefault()}
    >
      {range ? (
        <Group gap={0} wrap="nowrap">
          {mayMark && (
            <Button
              variant="subtle"
              size="sm"
              onClick={mark}
              rightSection={<Shortcut keys="N" />}
              aria-keyshortcuts="n"
            >
              {t("markSelection")}
            </Button>
          )}
          {mayDiscuss && (
            <Button
              variant="subtle"
              color="gray"
              size="sm"
              onClick={comment}
              rightSection={<Shortcut keys="C" />}
              aria-keyshortcuts="c"
            >
              {discuss("passage.comment")}
            </Button>
          )}
        </Group>
      ) : (
        <Text size="sm" c="dimmed" px="sm" py={6}>
          {t("refusal.crosses_blocks")}
        </Text>
      )}
    </Paper>
  );
}

function useOffer(layer: ClaimLayer, isOffering: boolean): Offer | null {
  const [offer, setOffer] = useState<Offer | null>(null);
  useEffect(() => {
    if (!isOffering) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isPointerDown = false;
    let isTouch = false;
    const look = () => {
      clearTimeout(timer);
      if (document.getSelection()?.isCollapsed !== false) setOffer(null);
      else if (!isPointerDown) timer = setTimeout(() => setOffer(offerFor(layer, isTouch)), REST);
    };
    const onDown = (event: PointerEvent) => {
      isTouch = event.pointerType !== "mouse";
      isPointerDown = !isTouch;
    };
    const onUp = () => {
      isPointerDown = false;
      look();
    };
    document.addEventListener("selectionchange", look);
    document.addEventListener("pointerdown", onDown);
    document.addEventListener("pointerup", onUp);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", look);
      document.removeEventListener("pointerdown", onDown);
      document.removeEventListener("pointerup", onUp);
    };
  }, [layer, isOffering]);
  return offer;
}

function offerFor(layer: ClaimLayer, isTouch: boolean): Offer | null {
  const selection = document.getSelection();
  const selected = layer.selectedRange(selection);
  if (selected.state !== "exact" && selected.state !== "crosses_blocks") return null;
  const line = selection?.rangeCount ? [...selection.getRangeAt(0).getClientRects()].at(-1) : undefined;
  if (!line) return null;
  const origin = layer.article.root.getBoundingClientRect();
  return {
    range: selected.state === "exact" ? selected.range : null,
    top: line.bottom - origin.top,
    left: Math.min(
      Math.max(line.left + line.width / 2 - origin.left, HALF_OFFER),
      Math.max(HALF_OFFER, origin.width - HALF_OFFER),
    ),
    isTouch,
  };
}
