import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Workbench } from "#components/workbench/workbench.tsx";
import { Refusal } from "#domain/error.ts";
import { idSchema } from "#domain/id.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { requireMember } from "#server/auth/current-member.ts";
import { readArticle } from "#server/reads/article.ts";
import { readClaim, readClaimSummaries } from "#server/reads/claim.ts";
import { readScale } from "#server/reads/scale.ts";

interface ArticlePageProps {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<{ claim?: string | string[] }>;
}

/** Asked by the page and by its title; read once. */
const articleOf = cache(async (articleId: string) => {
  const { actor } = await requireMember();
  return { actor, article: await found(articleId, (id) => readArticle(actor, id)) };
});

export async function generateMetadata({ params }: ArticlePageProps): Promise<Metadata> {
  const { article } = await articleOf((await params).articleId);
  return { title: article.title };
}

export default async function ArticlePage({ params, searchParams }: ArticlePageProps) {
  const { actor, article } = await articleOf((await params).articleId);
  const [claims, scale, openClaim] = await Promise.all([
    readClaimSummaries(actor, article.id),
    readScale(actor, article.scale.id, article.scale.version),
    askedClaim(actor, article.id, (await searchParams).claim),
  ]);
  if (!scale) throw new Error(`article ${article.id} names a scale version that is not there`);
  return <Workbench key={article.id} article={article} claims={claims} scale={scale} openClaim={openClaim} />;
}

/** The claim an address asks for; one that is gone, or another article's, is not worth an error. */
async function askedClaim(actor: Actor, articleId: string, asked: string | string[] | undefined) {
  const claimId = idSchema.safeParse(asked).data;
  if (claimId === undefined) return null;
  try {
    const claim = await readClaim(actor, claimId);
    return claim.articleId === articleId ? claim : null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function found<Thing>(id: string, read: (id: string) => Promise<Thing>): Promise<Thing> {
  const known = idSchema.safeParse(id).data;
  if (known === undefined) notFound();
  try {
    return await read(known);
  } catch (error) {
    if (error instanceof Refusal && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
