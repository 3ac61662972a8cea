import { Refusal } from "#domain/error.ts";
import type { Revision } from "#domain/revision.ts";
import type { Db } from "#server/db.ts";
import { revisionInclude, revisionView } from "#server/views/revision.ts";
import { knownRevision, rememberRevision } from "./known-revisions.ts";

/** The newest revision of an article, without its document. NOT_FOUND where there is no such article. */
export async function loadNewestRevision(tx: Db, articleId: string): Promise<Revision> {
  return await readRevision(tx, await loadNewestRevisionId(tx, articleId));
}

/** Some revision of an article, without its document. NOT_FOUND where the article has none with that id or number. */
export async function loadRevision(
  tx: Db,
  articleId: string,
  which: { id: string } | { number: number },
): Promise<Revision> {
  const row = await tx.revision.findFirst({ where: { articleId, ...which }, select: { id: true } });
  if (!row) throw new Refusal("NOT_FOUND");
  return await readRevision(tx, row.id);
}

async function readRevision(tx: Db, id: string): Promise<Revision> {
  const known = knownRevision(id);
  if (known) return known;
  const row = await tx.revision.findUniqueOrThrow({
    where: { id },
    include: revisionInclude,
    omit: { document: true },
  });
  const revision = revisionView(row);
  rememberRevision(revision);
  return revision;
}

/** The id of an article's newest revision. NOT_FOUND where there is no such article. */
export async function loadNewestRevisionId(tx: Db, articleId: string): Promise<string> {
  const row = await tx.revision.findFirst({
    where: { articleId },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  if (!row) throw new Refusal("NOT_FOUND");
  return row.id;
}
