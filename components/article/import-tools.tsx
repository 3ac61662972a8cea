"use client";

import { ActionIcon, Button, Tooltip } from "@mantine/core";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowMerge,
  IconArrowUp,
  IconEyeOff,
  IconKeyboard,
  IconSeparatorHorizontal,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { EDITED_KINDS } from "#domain/import-edit.ts";
import classes from "./import-work.module.css";
import type { ImportWork } from "./use-import-work.ts";

/** What can be done to the block that is meant, for hands on a mouse or a screen; keys do the same. */
export function ImportTools({ work, onHelp }: { work: ImportWork; onHelp: () => void }) {
  const t = useTranslations("import.work");
  const { current, piece, act, caret } = work;
  const block = piece?.block ?? null;
  const isText = block !== null && block.kind !== "figure";
  const isTable = current?.type === "table";
  const isFold = current?.type === "fold";
  const kind = block?.kind === "heading" && block.level === 1 ? "title" : block?.kind;
  const hasCaret = caret !== null && caret.key === piece?.key && caret.at > 0;
  return (
    <div className={classes.tools} role="toolbar" aria-label={t("tools")}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields. */}
      <span className={classes.kindTools} role="group">
        {EDITED_KINDS.map((name) => (
          <Button
            key={name}
            size="compact-sm"
            variant={kind === name ? "light" : "default"}
            aria-pressed={kind === name}
            disabled={!isText && !(isTable && (name === "paragraph" || name === "bullet"))}
            onClick={() => act(name)}
          >
            {t(`kinds.${name}`)}
          </Button>
        ))}
      </span>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconArrowUp size={14} aria-hidden />}
        disabled={!isText}
        onClick={() => act("join")}
      >
        {t("join")}
      </Button>
      <Tooltip label={t("joinLines")}>
        <ActionIcon
          variant="default"
          size="sm"
          aria-label={t("joinLines")}
          disabled={!isText}
          onClick={() => act("joinLines")}
        >
          <IconArrowMerge size={14} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Button
        size="compact-sm"
        variant={hasCaret ? "light" : "default"}
        leftSection={<IconSeparatorHorizontal size={14} aria-hidden />}
        disabled={!isText}
        onClick={() => act("split")}
      >
        {hasCaret ? t("splitHere") : t("split")}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconEyeOff size={14} aria-hidden />}
        disabled={current === null}
        onClick={() => act("leaveOut")}
      >
        {isFold ? t("takeBack") : t("leaveOut")}
      </Button>
      <span className={classes.history}>
        <Tool label={t("undo")} isOff={!work.canUndo} onClick={() => act("undo")} icon={IconArrowBackUp} />
        <Tool label={t("redo")} isOff={!work.canRedo} onClick={() => act("redo")} icon={IconArrowForwardUp} />
        <Tool label={t("keys")} isOff={false} onClick={onHelp} icon={IconKeyboard} />
      </span>
    </div>
  );
}

interface ToolProps {
  label: string;
  isOff: boolean;
  onClick: () => void;
  icon: typeof IconArrowBackUp;
}

function Tool({ label, isOff, onClick, icon: Icon }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={isOff} onClick={onClick}>
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
