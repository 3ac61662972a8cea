"use client";

import { IconArrowLeft } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { REPORT_SCOPES, type ReportScope } from "#domain/report.ts";
import classes from "./download.module.css";

/** The way back to the article, and which claims are shown. Ordinary links: each report has an address to send. */
export function ReportBar({ articleId, scope }: { articleId: string; scope: ReportScope }) {
  const t = useTranslations("report");
  return (
    <div className={classes.bar}>
      <Link href={`/articles/${articleId}`} className={classes.back}>
        <IconArrowLeft size={16} aria-hidden />
        {t("backToArticle")}
      </Link>
      <nav aria-label={t("scope.label")} className={classes.scopes}>
        {REPORT_SCOPES.map((one) => (
          <Link
            key={one}
            href={`/articles/${articleId}/report?scope=${one}`}
            aria-current={one === scope ? "page" : undefined}
            replace
          >
            {t(`scope.${one}`)}
          </Link>
        ))}
      </nav>
    </div>
  );
}
