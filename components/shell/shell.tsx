"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Bell } from "#components/inbox/bell.tsx";
import { PaletteActionsProvider } from "#components/palette/actions.tsx";
import { Palette } from "#components/palette/palette.tsx";
import { PaletteButton } from "#components/palette/palette-button.tsx";
import { useProseReturn } from "#components/prose/use-prose.ts";
import { Logo } from "./logo.tsx";
import { MAIN_ID } from "./main-id.ts";
import { MemberMenu } from "./member-menu.tsx";
import { Navigation } from "./navigation.tsx";
import classes from "./shell.module.css";

/** The frame around every page of the desk. A page fills the middle of the bar by `Page` or `Room`. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useTranslations("shell");
  useProseReturn();
  return (
    <PaletteActionsProvider>
      <a href={`#${MAIN_ID}`} className={classes.skip}>
        {t("skip")}
      </a>
      <div className={classes.frame}>
        <header className={classes.start}>
          <Logo />
          <Navigation />
        </header>
        {children}
        <div className={classes.end}>
          <Bell />
          <PaletteButton />
          <MemberMenu />
        </div>
      </div>
      <Palette />
    </PaletteActionsProvider>
  );
}
