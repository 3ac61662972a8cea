"use client";

import { ActionIcon, Menu } from "@mantine/core";
import {
  IconChevronDown,
  IconChevronLeft,
  IconChevronRight,
  IconChevronUp,
  IconDots,
  IconX,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { PeopleHere } from "#components/live/people-here.tsx";
import { useDeleteClaim } from "#components/live/use-delete-claim.ts";
import { Stamp } from "#components/verdict/stamp.tsx";
import { standingOf } from "#components/verdict/standing.ts";
import type { WorkbenchState } from "#components/workbench/claim-store.ts";
import { useSheet } from "#components/workbench/sheet-context.tsx";
import { useGoing } from "#components/workbench/use-going.ts";
import { useClaims, useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { ClaimSummary } from "#domain/claim.ts";
import { EdgeMenuItems } from "./edge-menu-items.tsx";
import classes from "./panel.module.css";
import { SaveState } from "./save-state.tsx";

const selectCount = (state: WorkbenchState) => state.claims.length;

export function PanelHeader({ claim }: { claim: ClaimSummary }) {
  const t = useTranslations("claim");
  const { store } = useWorkbench();
  const deleteClaim = useDeleteClaim();
  const going = useGoing();
  const { isRaised, raise, lower } = useSheet();
  const count = useClaims(selectCount);
  const close = () => {
    lower();
    store.focus(null);
  };
  return (
    <header className={classes.header}>
      <Stamp standing={standingOf(claim)} number={claim.number} />
      <div className={classes.heading}>
        <h2 className={classes.number}>
          {t.rich("number", {
            number: claim.number,
            count,
            strong: (chunks) => <b>{chunks}</b>,
          })}
        </h2>
        <PeopleHere claimId={claim.id} />
      </div>
      <SaveState claimId={claim.id} />
      <ActionIcon
        aria-label={t("previous")}
        aria-keyshortcuts="k"
        title={t("previousHint")}
        onClick={going.previousClaim}
      >
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        aria-label={t("next")}
        aria-keyshortcuts="j"
        title={t("nextHint")}
        onClick={going.nextClaim}
      >
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
      {(claim.abilities.update || claim.abilities.delete) && (
        <Menu withinPortal>
          <Menu.Target>
            <ActionIcon aria-label={t("more")}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <EdgeMenuItems claim={claim} />
            <Menu.Divider />
            <Menu.Item color="red" onClick={() => deleteClaim(claim.id)}>
              {t("delete")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <ActionIcon
        className={classes.raise}
        aria-label={t(isRaised ? "lower" : "raise")}
        aria-expanded={isRaised}
        onClick={isRaised ? lower : raise}
      >
        {isRaised ? <IconChevronDown size={18} aria-hidden /> : <IconChevronUp size={18} aria-hidden />}
      </ActionIcon>
      <ActionIcon aria-label={t("close")} onClick={close}>
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </header>
  );
}
