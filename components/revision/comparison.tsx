"use client";

import { NativeSelect } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Page } from "#components/shell/page.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { Block } from "#domain/block.ts";
import { BackToArticle } from "./back-to-article.tsx";
import { DiffView } from "./diff-view.tsx";
import classes from "./versions.module.css";

interface ComparisonProps {
  article: { id: string; title: string; language: string };
  from: { number: number; blocks: readonly Block[] };
  to: { number: number; blocks: readonly Block[] };
  /** The newest revision's number: there is one of every number up to it. */
  newest: number;
}

/** Any two versions of an article; which ones stands in the address. */
export function Comparison({ article, from, to, newest }: ComparisonProps) {
  const t = useTranslations("versions");
  const router = useRouter();
  const numbers = Array.from({ length: newest }, (_, index) => newest - index);
  const go = (one: number, other: number) =>
    router.replace(`/articles/${article.id}/versions/compare?from=${one}&to=${other}`);
  const options = numbers.map((number) => ({ value: String(number), label: t("revision", { number }) }));
  return (
    <Page wide bar={<BackToArticle articleId={article.id} title={article.title} />}>
      <PageTitle
        actions={
          <LinkButton href={`/articles/${article.id}/versions`} variant="default" size="compact-md">
            {t("source.history")}
          </LinkButton>
        }
      >
        {t("compare.title", { from: from.number, to: to.number })}
      </PageTitle>
      <div className={classes.compareBar}>
        <NativeSelect
          label={t("compare.from")}
          data={options}
          value={String(from.number)}
          onChange={(event) => go(Number(event.currentTarget.value), to.number)}
        />
        <NativeSelect
          label={t("compare.to")}
          data={options}
          value={String(to.number)}
          onChange={(event) => go(from.number, Number(event.currentTarget.value))}
        />
      </div>
      <DiffView
        before={from.blocks}
        after={to.blocks}
        names={{
          before: t("revision", { number: from.number }),
          after: t("revision", { number: to.number }),
        }}
        language={article.language}
      />
    </Page>
  );
}
