"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode, useEffect } from "react";
import { BringAnnotations } from "#components/annotation/bring-annotations.tsx";
import { PartialDate } from "#components/ui/partial-date.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import classes from "./details.module.css";
import { EditDetails } from "./edit-details.tsx";
import { MachineReadNote } from "./machine-read-note.tsx";
import { useShownDetails } from "./shown-details.ts";

/** What is known of the article besides its words, above them; its title too where the text begins without one. */
export function ArticleDetails() {
  const t = useTranslations("workbench");
  const locale = useLocale();
  const { article, scale } = useWorkbench();
  const shown = useShownDetails();
  const { title, url, publisher, byline, publishedAt } = shown;
  const { revision, abilities } = article;
  useTitleOfTab(shown === article ? null : title);
  const first = revision.blocks[0];
  const hasTitle = first?.kind === "heading" && first.level === 1;
  const parts: [string, ReactNode][] = [
    ["publisher", publisher],
    ["byline", byline],
    ["date", publishedAt && <PartialDate value={publishedAt} />],
    [
      "revision",
      <Link key="revision" href={`/articles/${article.id}/versions`}>
        {t("revision", { number: revision.number })}
      </Link>,
    ],
    ["scale", t("checkedBy", { scale: scale.name[locale] })],
    ["url", url && <OriginalLink url={url} label={t("original")} />],
  ];
  return (
    <header className={classes.details}>
      {!hasTitle && <h1>{title}</h1>}
      <p>
        {parts
          .filter(([, part]) => part)
          .map(([name, part], index) => (
            <Fragment key={name}>
              {index > 0 && <span aria-hidden="true"> ・ </span>}
              {part}
            </Fragment>
          ))}
        {abilities.update && <EditDetails />}
        {abilities.annotate && <BringAnnotations />}
      </p>
      {article.machineRead && <MachineReadNote machineRead={article.machineRead} />}
    </header>
  );
}

const OriginalLink = ({ url, label }: { url: string; label: string }) => (
  <a href={url} target="_blank" rel="noopener noreferrer">
    {label}
  </a>
);

/** The tab was named by the server; `title` is what the article is called since, or null. */
function useTitleOfTab(title: string | null): void {
  const t = useTranslations("common");
  useEffect(() => {
    if (title !== null) document.title = t("title", { page: title });
  }, [t, title]);
}
