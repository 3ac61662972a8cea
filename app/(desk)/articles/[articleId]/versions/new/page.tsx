import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewVersion } from "#components/revision/new-version.tsx";
import { Refusal } from "#domain/error.ts";
import type { RevisionDraft } from "#domain/revision-draft.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { readRevisionDraft } from "#server/reads/revision-draft.ts";
import { askedArticle } from "../../asked-article.ts";

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
  // It may go between the two reads: then there is none.
  const draft = article.draft && (await waitingDraft(actor, article.id));
  const { id, title, language, url, abilities, revision } = article;
  return (
    <NewVersion
      article={{ id, title, language, url, mayDecide: abilities.update }}
      base={{ number: revision.number, blocks: revision.blocks }}
      draft={draft}
    />
  );
}

/** The article's version that is not saved yet; null where none waits. */
async function waitingDraft(actor: Actor, articleId: string): Promise<RevisionDraft | null> {
  try {
    return await readRevisionDraft(actor, articleId);
  } catch (error) {
    if (error instanceof Refusal && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
