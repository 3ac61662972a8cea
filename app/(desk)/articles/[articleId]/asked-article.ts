import { notFound } from "next/navigation";
import { cache } from "react";
import { Refusal } from "#domain/error.ts";
import { idSchema } from "#domain/id.ts";
import { requireMember } from "#server/auth/current-member.ts";
import { readArticle } from "#server/reads/article.ts";

/** The article an address asks for, and who asks. Asked by a page and by its title; read once. */
export const askedArticle = cache(async (articleId: string) => {
  const { actor } = await requireMember();
  const id = idSchema.safeParse(articleId).data;
  if (id === undefined) notFound();
  return { actor, article: await orNotFound(() => readArticle(actor, id)) };
});

/** What `read` answers; the page that says so where there is no such thing. */
export async function orNotFound<Thing>(read: () => Promise<Thing>): Promise<Thing> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Refusal && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
