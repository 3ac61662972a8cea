"use client";

import { UnstyledButton } from "@mantine/core";

import { IconCommand } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ModShortcut } from "#components/ui/shortcut.tsx";
import { openPalette } from "./opened.ts";
import classes from "./palette.module.css";

/** The palette for hands that are not on a keyboard, and the reminder of its key for those that are. */
export function PaletteButton() {
  const t = useTranslations("shell");
  return (
    <UnstyledButton className={classes.button} onClick={openPalette} aria-label={t("palette")}>
      <span className={classes.wide}>
        <ModShortcut letter="K" />
      </span>
      <IconCommand className={classes.narrow} size={18} aria-hidden />
    </UnstyledButton>
  );
}
