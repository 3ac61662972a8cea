import type { Metadata } from "next";
import { Workbench } from "#components/workbench/workbench.tsx";
import { Refusal } from "#domain/error.ts";
import { idSchema } from "#domain/id.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { readClaim, readClaimSummaries } from "#server/reads/claim.ts";
import { readScale } from "#server/reads/scale.ts";
import { askedArticle } from "./asked-article.ts";

interface ArticlePageProps {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<{ claim?: string | string[] }>;
}

export async function generateMetadata({ params }: ArticlePageProps): Promise<Metadata> {
  const { article } = await askedArticle((await params).articleId);
  return { title: article.title };
}

export default async function ArticlePage({ params, searchParams }: ArticlePageProps) {
  const { actor, article } = await askedArticle((await params).articleId);
  const [claims, scale, openClaim] = await Promise.all([
    readClaimSummaries(actor, article.id),
    readScale(actor, article.scale.id, article.scale.version),
    askedClaim(actor, article.id, (await searchParams).claim),
  ]);
  if (!scale) throw new Error(`article ${article.id} names a scale version that is not there`);
  // Another revision is another text with other blocks: all that knows the one is made anew for the other.
  return (
    <Workbench
      key={article.revision.id}
      article={article}
      claims={claims}
      scale={scale}
      openClaim={openClaim}
    />
  );
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
