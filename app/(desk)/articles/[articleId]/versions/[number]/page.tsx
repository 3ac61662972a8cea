import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { z } from "zod";
import { PastRevisionView } from "#components/revision/past-revision.tsx";
import { readPastRevision } from "#server/reads/past-revision.ts";
import { askedArticle, orNotFound } from "../../asked-article.ts";

interface RevisionPageProps {
  params: Promise<{ articleId: string; number: string }>;
}

const numberSchema = z.coerce.number().int().min(1).max(1_000_000);

const askedRevision = cache(async (articleId: string, asked: string) => {
  const { actor, article } = await askedArticle(articleId);
  const number = numberSchema.safeParse(asked).data;
  if (number === undefined) notFound();
  const revision = await orNotFound(() => readPastRevision(actor, { articleId: article.id, number }));
  return { article, revision };
});

export async function generateMetadata({ params }: RevisionPageProps): Promise<Metadata> {
  const { articleId, number } = await params;
  const { article, revision } = await askedRevision(articleId, number);
  const t = await getTranslations("versions");
  return { title: t("past.title", { title: article.title, number: revision.number }) };
}

export default async function RevisionPage({ params }: RevisionPageProps) {
  const { articleId, number } = await params;
  const { article, revision } = await askedRevision(articleId, number);
  const { id, title, language } = article;
  return (
    <PastRevisionView
      article={{ id, title, language }}
      revision={revision}
      newest={article.revision.number}
    />
  );
}
