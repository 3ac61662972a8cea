"use client";

import { IconMessage } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { PartialDate } from "#components/ui/partial-date.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { ArticleSummary } from "#domain/article.ts";
import classes from "./list.module.css";
import { ListMeter } from "./list-meter.tsx";

/** One article. The title's link covers the row, so that a click anywhere opens it. */
export function ListRow({ article }: { article: ArticleSummary }) {
  const t = useTranslations("articles");
  const discussion = useTranslations("discussion");
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <h2 className={classes.name} lang={article.language}>
          <Link href={`/articles/${article.id}`}>{article.title}</Link>
        </h2>
        <Facts>
          {article.publisher || null}
          {article.byline || null}
          {article.publishedAt ? <PartialDate value={article.publishedAt} /> : null}
          <span>
            {t("updated")} <RelativeTime at={article.updatedAt} />
          </span>
          {article.draft && (
            <Link href={`/articles/${article.id}/versions/new`} className={classes.draft}>
              {t("draft", { name: article.draft.createdBy.name })}
            </Link>
          )}
          {article.openThreads > 0 ? (
            <span className={classes.talk}>
              <IconMessage size={13} aria-hidden />
              {discussion("unresolved", { count: article.openThreads })}
            </span>
          ) : null}
        </Facts>
      </div>
      <ListMeter progress={article.progress} coverage={article.coverage} />
    </li>
  );
}

/** What is known, on one line with a dot between; what is absent leaves no gap. */
function Facts({ children }: { children: ReactNode[] }) {
  return (
    <p className={classes.facts}>
      {children.filter(Boolean).map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts have no identity besides their place.
        <Fragment key={index}>
          {index > 0 ? <span aria-hidden> ・ </span> : null}
          <span>{fact}</span>
        </Fragment>
      ))}
    </p>
  );
}
