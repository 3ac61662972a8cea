"use client";

import { IconCircleCheck } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { Coverage, Progress } from "#domain/article.ts";
import classes from "./list.module.css";

/** How far the work on an article has come: settled claims, claims in work, bullets nobody has looked at. */
export function ListMeter({ progress, coverage }: { progress: Progress; coverage: Coverage }) {
  const t = useTranslations("articles.meter");
  const { claims, settled } = progress;
  const untouched = coverage.bullets - coverage.claimed - coverage.dismissed;
  const isDone = claims > 0 && settled === claims && untouched === 0;
  return (
    <div className={classes.progress}>
      <div className={classes.track} aria-hidden>
        <Part className={classes.settled} share={settled} />
        <Part className={classes.open} share={claims - settled} />
        <Part className={classes.untouched} share={claims + untouched === 0 ? 1 : untouched} />
      </div>
      <p className={classes.counts}>
        {isDone ? <IconCircleCheck size={14} aria-hidden /> : null}
        <span>{claims === 0 ? t("noClaims") : t("settled", { settled, claims })}</span>
        {untouched > 0 ? <span>{t("untouched", { count: untouched })}</span> : null}
        {isDone ? <span>{t("done")}</span> : null}
      </p>
    </div>
  );
}

function Part({ className, share }: { className: string | undefined; share: number }) {
  return share > 0 ? <i className={className} style={{ flexGrow: share }} /> : null;
}
