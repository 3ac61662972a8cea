"use client";

import { Button } from "@mantine/core";
import { IconFilePlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useDesk } from "#components/shell/desk-context.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";
import { FailureNotice } from "#components/ui/failure-notice.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import classes from "./list.module.css";
import { ListRow } from "./list-row.tsx";
import { ListSearch } from "./list-search.tsx";
import { ListSkeleton } from "./list-skeleton.tsx";
import { type ArticlePage, useArticlePages } from "./use-article-pages.ts";
import { useListQuery } from "./use-list-query.ts";

interface ArticleListProps {
  /** What the server found for `q` before the page was sent. */
  first: { q: string; page: ArticlePage };
}

export function ArticleList({ first }: ArticleListProps) {
  const t = useTranslations("articles");
  const { typed, q, setTyped } = useListQuery(first.q);
  const pages = useArticlePages(q, first);
  const isDeskEmpty = pages.items.length === 0 && q === "" && pages.isSuccess;
  return (
    <>
      <PageTitle actions={isDeskEmpty ? null : <ImportButton />}>{t("title")}</PageTitle>
      {isDeskEmpty ? null : <ListSearch value={typed} onChange={setTyped} busy={pages.isSearching} />}
      <ListBody pages={pages} q={q} />
    </>
  );
}

function ListBody({ pages, q }: { pages: ReturnType<typeof useArticlePages>; q: string }) {
  const t = useTranslations("articles");
  if (pages.isPending) return <ListSkeleton />;
  if (pages.error && pages.items.length === 0)
    return <FailureNotice title={t("failed")} error={pages.error} onRetry={pages.retry} />;
  if (pages.items.length === 0) return q === "" ? <EmptyDesk /> : <NothingFound q={q} />;
  return (
    <>
      <ul className={classes.sheet} aria-label={t("title")} aria-busy={pages.isSearching}>
        {pages.items.map((article) => (
          <ListRow key={article.id} article={article} />
        ))}
      </ul>
      {pages.hasMore ? (
        <div className={classes.more}>
          <Button variant="default" loading={pages.isLoadingMore} onClick={pages.loadMore}>
            {t("more")}
          </Button>
        </div>
      ) : null}
      {pages.error ? (
        <FailureNotice title={t("moreFailed")} error={pages.error} onRetry={pages.loadMore} />
      ) : null}
    </>
  );
}

function ImportButton() {
  const t = useTranslations("articles");
  const { abilities } = useDesk();
  if (!abilities.createArticle) return null;
  return (
    <LinkButton href="/articles/new" leftSection={<IconFilePlus size={18} aria-hidden />}>
      {t("import")}
    </LinkButton>
  );
}

function EmptyDesk() {
  const t = useTranslations("articles.empty");
  const { abilities } = useDesk();
  return (
    <Notice title={t("title")} icon={<IconFilePlus size={36} stroke={1.25} />} action={<ImportButton />}>
      {abilities.createArticle ? t("body") : t("viewer")}
    </Notice>
  );
}

function NothingFound({ q }: { q: string }) {
  const t = useTranslations("articles.nothing");
  return <Notice title={t("title", { q })}>{t("body")}</Notice>;
}
