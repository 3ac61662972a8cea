import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Comparison } from "#components/revision/comparison.tsx";
import { readPastRevision } from "#server/reads/past-revision.ts";
import { askedArticle, orNotFound } from "../../asked-article.ts";

interface ComparePageProps {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<{ from?: string | string[]; to?: string | string[] }>;
}

/** Without (good) numbers in the address, the newest version is compared with the one before. */
async function asked({ params, searchParams }: ComparePageProps) {
  const { actor, article } = await askedArticle((await params).articleId);
  const newest = article.revision.number;
  const number = (fallback: number) => z.coerce.number().int().min(1).max(newest).catch(fallback);
  const query = await searchParams;
  const to = number(newest).parse(query.to);
  return { actor, article, newest, to, from: number(Math.max(1, to - 1)).parse(query.from) };
}

export async function generateMetadata(props: ComparePageProps): Promise<Metadata> {
  const { article, from, to } = await asked(props);
  const t = await getTranslations("versions");
  return { title: t("compare.pageTitle", { title: article.title, from, to }) };
}

export default async function ComparePage(props: ComparePageProps) {
  const { actor, article, newest, from, to } = await asked(props);
  const [before, after] = await Promise.all(
    [from, to].map((number) => orNotFound(() => readPastRevision(actor, { articleId: article.id, number }))),
  );
  if (!before || !after) throw new Error("two revisions were asked for");
  const { id, title, language } = article;
  return (
    <Comparison
      article={{ id, title, language }}
      from={{ number: from, blocks: before.blocks }}
      to={{ number: to, blocks: after.blocks }}
      newest={newest}
    />
  );
}
