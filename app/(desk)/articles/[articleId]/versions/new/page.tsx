import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewVersion } from "#components/revision/new-version.tsx";
import { askedArticle } from "../../asked-article.ts";
import { waitingDraft } from "../waiting-draft.ts";

interface NewVersionPageProps {
  params: Promise<{ articleId: string }>;
}

export async function generateMetadata({ params }: NewVersionPageProps): Promise<Metadata> {
  const { article } = await askedArticle((await params).articleId);
  const t = await getTranslations("versions");
  return { title: t("source.pageTitle", { title: article.title }) };
}

export default async function NewVersionPage({ params }: NewVersionPageProps) {
  const { actor, article } = await askedArticle((await params).articleId);
  const draft = await waitingDraft(actor, article.id);
  const { id, title, language, url, abilities, revision } = article;
  return (
    <NewVersion
      article={{ id, title, language, url, mayDecide: abilities.annotate }}
      base={{ number: revision.number, blocks: revision.blocks }}
      draft={draft}
    />
  );
}
