"use client";

import { Menu, UnstyledButton } from "@mantine/core";
import { IconDots, IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { memo, useCallback, useState } from "react";
import type { WorkbenchState } from "#components/workbench/claim-store.ts";
import { useClaims, useWorkbench } from "#components/workbench/workbench-context.tsx";
import { DISMISSAL_REASONS } from "#domain/dismissal.ts";
import classes from "./reader-margin.module.css";

/** What stands beside a bullet without a claim: a quiet plus and a way to say that it needs none, or that word. */
export const MarginBullet = memo(function MarginBullet({ blockId }: { blockId: string }) {
  const { article } = useWorkbench();
  const dismissal = useClaims(
    useCallback((state: WorkbenchState) => state.dismissals.get(blockId) ?? null, [blockId]),
  );
  if (dismissal) return <DismissedBullet blockId={blockId} reason={dismissal.reason} />;
  return article.abilities.annotate ? <BareBullet blockId={blockId} /> : null;
});

function BareBullet({ blockId }: { blockId: string }) {
  const t = useTranslations("workbench");
  const { actions, article } = useWorkbench();
  const [opened, setOpened] = useState(false);
  const isCurrent = useClaims(
    useCallback((state: WorkbenchState) => state.currentBlockId === blockId, [blockId]),
  );
  const text = article.revision.blocks.find(({ id }) => id === blockId)?.text ?? "";
  return (
    <div className={classes.bullet} data-current={isCurrent || undefined} data-opened={opened || undefined}>
      <UnstyledButton
        className={classes.plus}
        data-mark-id={blockId}
        aria-label={t("markBullet", { text })}
        aria-keyshortcuts="b"
        title={t("markBulletHint")}
        onClick={() => actions.markBlock(blockId)}
      >
        <IconPlus size={14} aria-hidden />
      </UnstyledButton>
      <Menu position="bottom-end" opened={opened} onChange={setOpened} withinPortal>
        <Menu.Target>
          <UnstyledButton
            className={classes.dots}
            data-dismiss-id={blockId}
            aria-label={t("dismissMenu", { text })}
            aria-keyshortcuts="d"
          >
            <IconDots size={14} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t("dismissTitle")}</Menu.Label>
          {DISMISSAL_REASONS.map((reason) => (
            <Menu.Item key={reason} onClick={() => actions.dismiss(blockId, reason)}>
              {t(`reasons.${reason}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

function DismissedBullet({
  blockId,
  reason,
}: {
  blockId: string;
  reason: (typeof DISMISSAL_REASONS)[number];
}) {
  const t = useTranslations("workbench");
  const { actions, article } = useWorkbench();
  const label = t(`reasonsShort.${reason}`);
  if (!article.abilities.annotate) return <span className={classes.dismissed}>{label}</span>;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <UnstyledButton
          className={classes.dismissed}
          data-mark-id={blockId}
          aria-label={t("dismissedBullet", { reason: t(`reasons.${reason}`) })}
        >
          {label}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("dismissedBullet", { reason: t(`reasons.${reason}`) })}</Menu.Label>
        <Menu.Item onClick={() => actions.reopen(blockId)}>{t("reopen")}</Menu.Item>
        <Menu.Item onClick={() => actions.markBlock(blockId)}>{t("markBulletHint")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
