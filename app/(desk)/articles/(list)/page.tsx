import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArticleList } from "#components/article/list.tsx";
import { Page } from "#components/shell/page.tsx";
import { requireMember } from "#server/auth/current-member.ts";
import { readArticles } from "#server/reads/article.ts";

/** As many as the API answers by default, so that the second page follows the first without a gap. */
const FIRST_PAGE = 50;
const LONGEST_QUERY = 200;

interface ArticlesPageProps {
  searchParams: Promise<{ q?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("articles");
  return { title: t("title") };
}

export default async function ArticlesPage({ searchParams }: ArticlesPageProps) {
  const { actor } = await requireMember();
  const asked = (await searchParams).q;
  const q = (typeof asked === "string" ? asked : "").slice(0, LONGEST_QUERY).trim();
  const page = await readArticles(actor, { q: q || undefined, limit: FIRST_PAGE });
  return (
    <Page>
      <ArticleList first={{ q, page }} />
    </Page>
  );
}
