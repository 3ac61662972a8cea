import { z } from "zod";
import { canonicalUrl } from "#domain/canonical-url.ts";
import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { Source } from "#domain/source.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, db } from "#server/db.ts";
import { sourceView } from "#server/views/source.ts";
import { decodeCursor, type PageQuery, pageFrom } from "./cursor.ts";
import { likeText } from "./search-text.ts";
import { loadSourceUses } from "./source-uses.ts";

const key = z.tuple([z.uuid()]);

/**
 * Sources of the library, the newest first (ids are sortable by time). `q` is looked for in title, publisher, author
 * and address; where it is an address, every spelling of it finds the source.
 */
export async function readSources(
  actor: Actor,
  query: PageQuery & { q?: string | undefined },
): Promise<{ items: Source[]; nextCursor: string | null }> {
  authorise(actor, "article.read");
  const after = decodeCursor(query.cursor, key);
  const found = await db().source.findMany({
    where: { ...matching(query.q), ...(after && { id: { lt: after[0] } }) },
    orderBy: { id: "desc" },
    take: query.limit + 1,
  });
  const { rows, nextCursor } = pageFrom(found, query.limit, (row) => [row.id]);
  const usesOf = await loadSourceUses(
    db(),
    rows.map((row) => row.id),
  );
  return { items: rows.map((row) => sourceView(row, usesOf(row.id))), nextCursor };
}

/** One source with its uses, inside a command's transaction. NOT_FOUND where there is none. */
export async function loadSource(tx: Db, sourceId: string): Promise<Source> {
  const row = await tx.source.findUnique({ where: { id: sourceId } });
  if (!row) throw new Refusal("NOT_FOUND");
  const usesOf = await loadSourceUses(tx, [sourceId]);
  return sourceView(row, usesOf(sourceId));
}

function matching(text: string | undefined) {
  const q = likeText(text);
  if (q === null) return {};
  const like = { contains: q, mode: "insensitive" } as const;
  const address = canonicalUrl(text ?? "");
  return {
    OR: [
      { title: like },
      { publisher: like },
      { author: like },
      { url: like },
      ...(address === null ? [] : [{ canonicalUrl: address }]),
    ],
  };
}
