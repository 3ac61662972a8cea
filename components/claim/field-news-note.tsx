"use client";

import { UnstyledButton } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useCallback, useSyncExternalStore } from "react";
import { useLiveArticle } from "#components/live/live-article.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { FieldName } from "./claim-field.ts";
import classes from "./panel.module.css";

/** Quietly: somebody else changed the field one is in. It is shown on request, or when one leaves it untouched. */
export function FieldNewsNote({ claimId, name }: { claimId: string; name: FieldName }) {
  const t = useTranslations("claim.news");
  const { autosave } = useWorkbench();
  const { fieldNews } = useLiveArticle();
  const last = useCallback(() => fieldNews.last(claimId, name), [fieldNews, claimId, name]);
  const change = useSyncExternalStore(fieldNews.subscribe, last, last);
  return (
    <p className={classes.news} role="status">
      {change?.by ? t("changedBy", { name: change.by.name }) : t("changed")}
      <UnstyledButton
        className={classes.newsShow}
        // The focus stays in the field: its person reads on where they are.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => autosave.showNews(claimId, name)}
      >
        {t("show")}
      </UnstyledButton>
    </p>
  );
}
