import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VersionHistory } from "#components/revision/history.tsx";
import { readRevisions } from "#server/reads/past-revision.ts";
import { askedArticle } from "../asked-article.ts";

interface HistoryPageProps {
  params: Promise<{ articleId: string }>;
}

/** How many versions the first page holds. */
const FIRST = 20;

export async function generateMetadata({ params }: HistoryPageProps): Promise<Metadata> {
  const { article } = await askedArticle((await params).articleId);
  const t = await getTranslations("versions");
  return { title: t("history.pageTitle", { title: article.title }) };
}

export default async function HistoryPage({ params }: HistoryPageProps) {
  const { actor, article } = await askedArticle((await params).articleId);
  const { id, title, abilities, draft } = article;
  const first = await readRevisions(actor, { articleId: id, limit: FIRST });
  return <VersionHistory article={{ id, title, mayDecide: abilities.update }} first={first} draft={draft} />;
}
