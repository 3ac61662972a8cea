"use client";

import { Button, Group, Paper, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useDiscussionStore } from "#components/discussion/discussion-context.tsx";
import { Shortcut } from "#components/ui/shortcut.tsx";
import type { WorkbenchState } from "#components/workbench/claim-store.ts";
import { useSheet } from "#components/workbench/sheet-context.tsx";
import { useClaims, useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { ClaimSummary } from "#domain/claim.ts";
import type { ClaimLayer } from "#editor/claim-layer/claim-layer.ts";
import classes from "./reader.module.css";
import { useSelectionOffer } from "./use-selection-offer.ts";

/** The claim on the desk, where it waits for a place. */
const selectUnplaced = ({ focusedId, byId }: WorkbenchState): ClaimSummary | null => {
  const claim = focusedId === null ? undefined : byId.get(focusedId);
  return claim?.anchor.state === "needs_placing" ? claim : null;
};

/** Offers to make a claim of what is selected or to talk about it, below it, so that neither the words nor the handles are covered. */
export function ReaderSelection({ layer }: { layer: ClaimLayer }) {
  const t = useTranslations("workbench");
  const discuss = useTranslations("discussion");
  const { article, actions, reader } = useWorkbench();
  const discussion = useDiscussionStore();
  const { raise } = useSheet();
  const { annotate: mayMark, discuss: mayDiscuss } = article.abilities;
  const offer = useSelectionOffer(layer, mayMark || mayDiscuss);
  const unplaced = useClaims(selectUnplaced);
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
          {unplaced?.abilities.update && (
            <Button
              variant="subtle"
              size="sm"
              onClick={() => {
                actions.move(unplaced.id, range);
                reader.current?.clearSelection();
              }}
              rightSection={<Shortcut keys="H" />}
              aria-keyshortcuts="h"
            >
              {t("placeSelection", { number: unplaced.number })}
            </Button>
          )}
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
