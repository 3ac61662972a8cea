"use client";

import { ActionIcon, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useCallback, useSyncExternalStore } from "react";
import classes from "./workbench.module.css";
import { useWorkbench } from "./workbench-context.tsx";

/** Takes the last own act back, and does it again. */
export function UndoButtons() {
  const t = useTranslations("keys.actions");
  const { actions, undoStack, article } = useWorkbench();
  const readUndo = useCallback(() => undoStack.nextUndo !== null, [undoStack]);
  const readRedo = useCallback(() => undoStack.nextRedo !== null, [undoStack]);
  const canUndo = useSyncExternalStore(undoStack.subscribe, readUndo, readUndo);
  const canRedo = useSyncExternalStore(undoStack.subscribe, readRedo, readRedo);
  if (!article.abilities.annotate) return null;
  return (
    <span className={classes.undo}>
      <Tooltip label={t("undo")}>
        <ActionIcon
          size="lg"
          aria-label={t("undo")}
          aria-keyshortcuts="Control+Z Meta+Z"
          data-disabled={!canUndo}
          aria-disabled={!canUndo}
          onClick={actions.undo}
        >
          <IconArrowBackUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t("redo")}>
        <ActionIcon
          size="lg"
          aria-label={t("redo")}
          aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
          data-disabled={!canRedo}
          aria-disabled={!canRedo}
          onClick={actions.redo}
        >
          <IconArrowForwardUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}
