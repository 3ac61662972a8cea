"use client";

import { Spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { usePaletteGroups } from "./actions.tsx";
import { usePaletteKey } from "./use-palette-key.ts";

export function Palette() {
  const t = useTranslations("palette");
  const groups = usePaletteGroups();
  usePaletteKey();
  return (
    <Spotlight
      shortcut={null}
      nothingFound={t("nothing")}
      actions={groups.map((group) => ({
        group: group.label,
        actions: group.actions.map(({ run, icon, shortcut: _, ...action }) => ({
          ...action,
          leftSection: icon,
          onClick: run,
        })),
      }))}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: t("search"),
        "aria-label": t("search"),
      }}
    />
  );
}
