"use client";

import { Menu, UnstyledButton } from "@mantine/core";
import { useTranslations } from "next-intl";
import { ClaimMenuItems } from "#components/claim/claim-menu-items.tsx";
import { ThreadMenuItems } from "#components/discussion/thread-menu-items.tsx";
import classes from "./reader-margin.module.css";

/** The claims that found no room beside their line, behind one button that counts them. */
export function MarginMore({ claimIds }: { claimIds: readonly string[] }) {
  const t = useTranslations("workbench");
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.more} aria-label={t("moreClaims", { count: claimIds.length })}>
          +{claimIds.length}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <ClaimMenuItems claimIds={claimIds} />
        <ThreadMenuItems threadIds={claimIds} />
      </Menu.Dropdown>
    </Menu>
  );
}
