"use client";

import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconFileExport, IconKeyboard } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useShownDetails } from "#components/article/shown-details.ts";
import { DiscussionButton } from "#components/discussion/discussion-button.tsx";
import { People } from "#components/live/people.tsx";
import { VersionsMenu } from "#components/revision/versions-menu.tsx";
import { ContentsDrawer } from "./contents-drawer.tsx";
import { CoverageMeter } from "./coverage-meter.tsx";
import { UndoButtons } from "./undo-buttons.tsx";
import classes from "./workbench.module.css";
import { useWorkbench } from "./workbench-context.tsx";

export function WorkbenchBar({ onHelp }: { onHelp: () => void }) {
  const t = useTranslations("workbench");
  const { article } = useWorkbench();
  const { title } = useShownDetails();
  return (
    <>
      <ContentsDrawer />
      <span className={classes.barTitle} title={title}>
        {title}
      </span>
      <People />
      <CoverageMeter />
      <UndoButtons />
      <DiscussionButton />
      <VersionsMenu className={classes.versions} />
      <Button
        component={Link}
        href={`/articles/${article.id}/report`}
        variant="default"
        size="compact-md"
        leftSection={<IconFileExport size={16} aria-hidden />}
        className={classes.report}
      >
        {t("report")}
      </Button>
      <ActionIcon
        component={Link}
        href={`/articles/${article.id}/report`}
        className={classes.reportIcon}
        size="lg"
        aria-label={t("report")}
      >
        <IconFileExport size={18} aria-hidden />
      </ActionIcon>
      <Tooltip label={t("keys")}>
        <ActionIcon
          onClick={onHelp}
          size="lg"
          aria-label={t("keys")}
          aria-keyshortcuts="?"
          className={classes.help}
        >
          <IconKeyboard size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
