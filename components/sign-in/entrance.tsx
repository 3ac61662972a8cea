import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MAIN_ID } from "#components/shell/main-id.ts";
import classes from "./entrance.module.css";
import { LanguageSwitch } from "./language-switch.tsx";

/** The door: one sheet of paper on the desk, with the name of the house down its side. */
export function Entrance({ children }: { children: ReactNode }) {
  const t = useTranslations("sign-in");
  return (
    <div className={classes.desk}>
      <div className={classes.sheet}>
        <header className={classes.side}>
          <p className={classes.mark} lang="ja">
            裏<b>取</b>り
          </p>
          <p className={classes.tagline}>{t("tagline")}</p>
        </header>
        <main id={MAIN_ID} className={classes.main}>
          {children}
        </main>
      </div>
      <LanguageSwitch />
    </div>
  );
}

/** A page's heading at the door, and a sentence about what to do there. */
export function EntranceTitle({ children, lead }: { children: ReactNode; lead?: ReactNode }) {
  return (
    <>
      <h1 className={classes.title}>{children}</h1>
      {lead ? <p className={classes.lead}>{lead}</p> : null}
    </>
  );
}
