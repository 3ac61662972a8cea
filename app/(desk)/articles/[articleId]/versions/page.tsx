import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VersionHistory } from "#components/revision/history.tsx";
import { readRevisions } from "#server/reads/past-revision.ts";
import { askedArticle } from "../asked-article.ts";
import { waitingDraft } from "./waiting-draft.ts";

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
  const [first, draft] = await Promise.all([
    readRevisions(actor, { articleId: article.id, limit: FIRST }),
    waitingDraft(actor, article.id),
  ]);
  const { id, title, abilities } = article;
  return (
    <VersionHistory
      article={{ id, title, mayDecide: abilities.annotate }}
      first={first}
      draft={draft && { createdBy: draft.createdBy, createdAt: draft.createdAt }}
    />
  );
}
