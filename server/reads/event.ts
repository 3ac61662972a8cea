import { z } from "zod";
import { countSchema } from "#domain/count.ts";
import { Refusal } from "#domain/error.ts";
import type { Event, EventKind } from "#domain/event.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { authorise } from "#server/authorise.ts";
import { db } from "#server/db.ts";
import { eventInclude, eventView } from "#server/views/event.ts";
import { decodeCursor, type PageQuery, pageFrom } from "./cursor.ts";

export interface EventQuery extends PageQuery {
  articleId: string;
  /** Keeps to what happened to one claim. */
  claimId?: string | undefined;
  /** Answers what came after this `seq`, the oldest first: what a page that was away has missed. */
  after?: number | undefined;
}

const key = z.tuple([countSchema]);

/** The event that made this claim along with others. */
const madeOfMany = (claimId: string): Prisma.EventWhereInput => ({
  kind: "annotations.imported" satisfies EventKind,
  data: { path: ["claimIds"], array_contains: [claimId] },
});

/** What happened to an article, the newest first unless `after` is given. NOT_FOUND where there is no such article. */
export async function readEvents(
  actor: Actor,
  query: EventQuery,
): Promise<{ items: Event[]; nextCursor: string | null }> {
  authorise(actor, "article.read");
  if (!(await db().article.findUnique({ where: { id: query.articleId }, select: { id: true } }))) {
    throw new Refusal("NOT_FOUND");
  }
  const [from] = decodeCursor(query.cursor, key) ?? [];
  const ascending = query.after !== undefined;
  const found = await db().event.findMany({
    where: {
      articleId: query.articleId,
      ...(query.claimId && { OR: [{ claimId: query.claimId }, madeOfMany(query.claimId)] }),
      seq: ascending ? { gt: from ?? query.after ?? 0 } : from === undefined ? { gt: 0 } : { lt: from },
    },
    include: eventInclude,
    orderBy: { seq: ascending ? "asc" : "desc" },
    take: query.limit + 1,
  });
  const { rows, nextCursor } = pageFrom(found, query.limit, (row) => [row.seq ?? 0]);
  return { items: rows.map(eventView), nextCursor };
}
