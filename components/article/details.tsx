"use client";

import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { PartialDate } from "#components/ui/partial-date.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import classes from "./details.module.css";

/** What is known of the article besides its words, above them; its title too where the text begins without one. */
export function ArticleDetails() {
  const t = useTranslations("workbench");
  const locale = useLocale();
  const { article, scale } = useWorkbench();
  const { url, publisher, byline, publishedAt, revision } = article;
  const first = revision.blocks[0];
  const hasTitle = first?.kind === "heading" && first.level === 1;
  const parts: [string, ReactNode][] = [
    ["publisher", publisher],
    ["byline", byline],
    ["date", publishedAt && <PartialDate value={publishedAt} />],
    ["revision", t("revision", { number: revision.number })],
    ["scale", t("checkedBy", { scale: scale.name[locale] })],
    ["url", url && <OriginalLink url={url} label={t("original")} />],
  ];
  return (
    <header className={classes.details}>
      {!hasTitle && <h1>{article.title}</h1>}
      <p>
        {parts
          .filter(([, part]) => part)
          .map(([name, part], index) => (
            <Fragment key={name}>
              {index > 0 && <span aria-hidden="true"> ・ </span>}
              {part}
            </Fragment>
          ))}
      </p>
    </header>
  );
}

const OriginalLink = ({ url, label }: { url: string; label: string }) => (
  <a href={url} target="_blank" rel="noopener noreferrer">
    {label}
  </a>
);
