import { db } from "#server/db.ts";

/** The kinds of everything that happened to an article, in order. */
export async function eventKinds(articleId: string): Promise<string[]> {
  const events = await db().event.findMany({ where: { articleId }, orderBy: { seq: "asc" } });
  return events.map(({ kind }) => kind);
}
