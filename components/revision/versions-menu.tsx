"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconVersions } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";

/** Which version is on the desk, and the ways to others. */
export function VersionsMenu({ className }: { className?: string | undefined }) {
  const t = useTranslations("versions");
  const { article } = useWorkbench();
  const base = `/articles/${article.id}/versions`;
  const label = t("menu", { number: article.revision.number });
  return (
    <Menu withinPortal position="bottom-end">
      <Menu.Target>
        <ActionIcon size="lg" aria-label={label} title={label} className={className}>
          <IconVersions size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {article.abilities.update && (
          <Menu.Item component={Link} href={`${base}/new`}>
            {t("history.new")}
          </Menu.Item>
        )}
        <Menu.Item component={Link} href={base}>
          {t("history.title")}
        </Menu.Item>
        {article.revision.number > 1 && (
          <Menu.Item component={Link} href={`${base}/compare`}>
            {t("history.compare", { number: article.revision.number - 1 })}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
