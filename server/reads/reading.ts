import { Refusal } from "#domain/error.ts";
import type { Reading } from "#domain/machine-reading.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, db } from "#server/db.ts";
import { readingSelect, readingView } from "#server/views/reading.ts";

/** How far a reading is. NOT_FOUND where the asker has none of that id: others' are nobody's business. */
export async function readReading(actor: Actor, readingId: string): Promise<Reading> {
  authorise(actor, "article.create");
  return await loadReading(db(), actor, readingId);
}

/** As `readReading`, inside a command's transaction. */
export async function loadReading(tx: Db, actor: Actor, readingId: string): Promise<Reading> {
  const row = await tx.reading.findFirst({
    where: { id: readingId, createdById: actor.id },
    select: readingSelect,
  });
  if (!row) throw new Refusal("NOT_FOUND");
  if (row.state !== "waiting") return readingView(row, 0);
  const ahead = await tx.reading.count({
    where: { state: { in: ["waiting", "running"] }, createdAt: { lt: row.createdAt } },
  });
  return readingView(row, ahead);
}

/** The picture of a page: of one's own reading, or of one that a text of some article was read from. */
export async function readReadingPage(
  actor: Actor,
  { readingId, page }: { readingId: string; page: number },
): Promise<Uint8Array<ArrayBuffer>> {
  authorise(actor, "article.read");
  const row = await db().readingPage.findFirst({
    where: {
      readingId,
      page,
      reading: {
        OR: [{ createdById: actor.id }, { revisions: { some: {} } }, { drafts: { some: {} } }],
      },
    },
    select: { picture: true },
  });
  if (!row) throw new Refusal("NOT_FOUND");
  return row.picture;
}
