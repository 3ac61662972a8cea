"use client";

import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import classes from "./panel.module.css";

/** What stands on the desk while no claim does: how to begin. */
export function PanelEmpty() {
  const t = useTranslations("claim");
  const { article } = useWorkbench();
  const mayMark = article.abilities.annotate;
  return (
    <div className={classes.empty}>
      <Notice title={t("emptyPanel.title")}>{t(mayMark ? "emptyPanel.body" : "emptyPanel.readOnly")}</Notice>
      {mayMark && (
        <dl className={classes.hints}>
          <Hint keys="J K" text={t("emptyPanel.step")} />
          <Hint keys="B" text={t("emptyPanel.bullet")} />
          <Hint keys="N" text={t("emptyPanel.selection")} />
          <Hint keys="C" text={t("emptyPanel.discuss")} />
          <Hint keys="⇧U" text={t("emptyPanel.unmarked")} />
          <Hint keys="?" text={t("emptyPanel.help")} />
        </dl>
      )}
    </div>
  );
}

const Hint = ({ keys, text }: { keys: string; text: string }) => (
  <div>
    <dt>{text}</dt>
    <dd>
      <Shortcut keys={keys} />
    </dd>
  </div>
);
