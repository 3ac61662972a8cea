import type { Actor } from "#domain/rights/predicate.ts";
import type { Scale } from "#domain/scale.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, db } from "#server/db.ts";
import { scaleInclude, scaleView } from "#server/views/scale.ts";

/** The newest version of every rating scale, retired ones included, in the order of their ids. */
export async function readScales(actor: Actor): Promise<Scale[]> {
  authorise(actor, "article.read");
  const rows = await db().scaleVersion.findMany({
    distinct: ["scaleId"],
    orderBy: [{ scaleId: "asc" }, { version: "desc" }],
    include: scaleInclude,
  });
  return rows.map(scaleView);
}

/** One version of a scale; null where there is none. */
export async function readScale(actor: Actor, id: string, version: number): Promise<Scale | null> {
  authorise(actor, "article.read");
  return await loadScale(db(), id, version);
}

/** As `readScale`, inside a transaction. */
export async function loadScale(tx: Db, id: string, version: number): Promise<Scale | null> {
  const row = await tx.scaleVersion.findUnique({
    where: { scaleId_version: { scaleId: id, version } },
    include: scaleInclude,
  });
  return row && scaleView(row);
}
