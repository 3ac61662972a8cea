"use client";

import { Button, Menu } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { DROP_REASONS, type DropReason } from "#domain/revision.ts";

interface DropMenuProps {
  claimId: string;
  /** Which key opens it, where one does. */
  shortcut?: string;
  onDrop: (reason: DropReason) => void;
}

/** Takes a claim out of the newest version, and asks why. */
export function DropMenu({ claimId, shortcut, onDrop }: DropMenuProps) {
  const t = useTranslations("versions.drop");
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          data-drop-id={claimId}
          {...(shortcut && {
            rightSection: <Shortcut keys={shortcut} />,
            "aria-keyshortcuts": shortcut.toLowerCase(),
          })}
        >
          {t("button")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("why")}</Menu.Label>
        {DROP_REASONS.map((reason) => (
          <Menu.Item key={reason} onClick={() => onDrop(reason)}>
            {t(`reasons.${reason}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
