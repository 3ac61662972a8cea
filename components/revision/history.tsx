"use client";

import { Button } from "@mantine/core";
import { IconFilePlus, IconVersions } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Page } from "#components/shell/page.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";
import { FailureNotice } from "#components/ui/failure-notice.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { WaitingDraft } from "#domain/article.ts";
import { BackToArticle } from "./back-to-article.tsx";
import { DraftNotice } from "./draft-notice.tsx";
import { HistoryRow } from "./history-row.tsx";
import { type RevisionPage, useRevisionPages } from "./use-revision-pages.ts";
import classes from "./versions.module.css";

interface VersionHistoryProps {
  article: { id: string; title: string; mayDecide: boolean };
  first: RevisionPage;
  draft: WaitingDraft | null;
}

/** Every version of an article, the newest first: who brought it, from where, and what it did to the claims. */
export function VersionHistory({ article, first, draft }: VersionHistoryProps) {
  const t = useTranslations("versions.history");
  const pages = useRevisionPages(article.id, first);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const toggle = (number: number) =>
    setChosen((before) =>
      before.includes(number) ? before.filter((one) => one !== number) : [...before.slice(-1), number],
    );
  const [from, to] = [Math.min(...chosen), Math.max(...chosen)];
  return (
    <Page bar={<BackToArticle articleId={article.id} title={article.title} />}>
      <PageTitle
        actions={
          article.mayDecide && (
            <LinkButton
              href={`/articles/${article.id}/versions/new`}
              leftSection={<IconFilePlus size={18} aria-hidden />}
            >
              {t("new")}
            </LinkButton>
          )
        }
      >
        {t("title")}
      </PageTitle>
      {draft && <DraftNotice articleId={article.id} draft={draft} />}
      {pages.revisions.length > 1 && (
        <div className={classes.compareBar}>
          <p>{t("chooseTwo")}</p>
          {chosen.length === 2 && (
            <LinkButton
              size="compact-md"
              variant="default"
              href={`/articles/${article.id}/versions/compare?from=${from}&to=${to}`}
            >
              {t("compareTwo", { from, to })}
            </LinkButton>
          )}
        </div>
      )}
      <ol className={classes.history} aria-label={t("title")}>
        {pages.revisions.map((revision) => (
          <HistoryRow
            key={revision.id}
            articleId={article.id}
            revision={revision}
            isNewest={revision.number === pages.revisions[0]?.number}
            {...(pages.revisions.length > 1 && {
              choice: { isChosen: chosen.includes(revision.number), toggle: () => toggle(revision.number) },
            })}
          />
        ))}
      </ol>
      {pages.revisions.length === 1 && (
        <Notice title={t("onlyOne")} icon={<IconVersions size={32} stroke={1.25} />}>
          {t("onlyOneBody")}
        </Notice>
      )}
      {pages.hasNextPage && (
        <Button
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t("more")}
        </Button>
      )}
      {pages.isFetchNextPageError && (
        <FailureNotice title={t("failed")} error={pages.error} onRetry={() => void pages.fetchNextPage()} />
      )}
    </Page>
  );
}
