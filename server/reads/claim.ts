import { z } from "zod";
import type { Claim, ClaimSummary } from "#domain/claim.ts";
import { countSchema } from "#domain/count.ts";
import { Refusal } from "#domain/error.ts";
import { claimAbilities } from "#domain/rights/abilities.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { noteRead } from "#server/as-of.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, db } from "#server/db.ts";
import {
  type ClaimPlace,
  claimInclude,
  claimSummaryInclude,
  claimSummaryView,
  claimView,
} from "#server/views/claim.ts";
import { loadClaimsById } from "./claim-by-id.ts";
import { loadClaimNumber, loadClaimPlaces, orderKey } from "./claim-order.ts";
import { decodeCursor, type PageQuery, pageFrom } from "./cursor.ts";
import { loadEvidenceOf } from "./evidence.ts";

const key = z.tuple([countSchema, countSchema, z.uuid()]);

/** A page of an article's claims in their order. NOT_FOUND where there is no such article. */
export async function readClaims(
  actor: Actor,
  query: PageQuery & { articleId: string },
): Promise<{ items: ClaimSummary[]; nextCursor: string | null }> {
  authorise(actor, "article.read");
  const after = decodeCursor(query.cursor, key);
  // Every claim's number depends on all before it, and an anchor's row is small: the whole order is read for any page.
  const all = await loadClaimPlaces(db(), query.articleId);
  const following = after ? all.filter(({ anchor }) => comesAfter(anchor, after)) : all;
  const { rows, nextCursor } = pageFrom(following.slice(0, query.limit + 1), query.limit, ({ anchor }) =>
    orderKey(anchor),
  );
  return {
    items: await loadClaimSummaries(db(), actor, query.articleId, rows),
    nextCursor,
  };
}

/** All claims of an article in their order, for the workbench. As many statements for 2,000 claims as for two. */
export async function readClaimSummaries(actor: Actor, articleId: string): Promise<ClaimSummary[]> {
  authorise(actor, "article.read");
  return await loadClaimSummaries(db(), actor, articleId, await loadClaimPlaces(db(), articleId));
}

/** A claim with its findings. NOT_FOUND where it is not there or was deleted. */
export async function readClaim(actor: Actor, claimId: string): Promise<Claim> {
  authorise(actor, "article.read");
  // The counter is read first: what is committed meanwhile is then told of once more, and never missed.
  const [article] = await db().$queryRaw<{ eventSeq: number }[]>`
    SELECT a."eventSeq" FROM "Article" a JOIN "Claim" c ON c."articleId" = a.id WHERE c.id = ${claimId}::uuid`;
  if (!article) throw new Refusal("NOT_FOUND");
  noteRead(article.eventSeq);
  return await loadClaim(db(), actor, claimId);
}

/** As `readClaim`, inside a command's transaction. Every command ends with it, so that it takes few statements. */
export async function loadClaim(tx: Db, actor: Actor, claimId: string): Promise<Claim> {
  const [claim] = await loadClaimsById(tx, [claimId]);
  if (!claim) throw new Refusal("NOT_FOUND");
  const number = await loadClaimNumber(tx, { ...claim.anchor, claimId });
  return { ...claim, number, abilities: claimAbilities(actor) };
}

/** All claims of an article with their findings in their order, for a report. In constant many statements. */
export async function loadClaims(tx: Db, actor: Actor, articleId: string): Promise<Claim[]> {
  const places = await loadClaimPlaces(tx, articleId);
  const rows = await tx.claim.findMany({ where: { articleId, deletedAt: null }, include: claimInclude });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const evidenceOf = await loadEvidenceOf(tx, [...rowOf.keys()]);
  return places.flatMap((place) => {
    const row = rowOf.get(place.anchor.claimId);
    return row ? [claimView(actor, row, place, evidenceOf(row.id))] : [];
  });
}

/** The claims of an article that stand at `places`, in their order. */
export async function loadClaimSummaries(
  tx: Db,
  actor: Actor,
  articleId: string,
  places: readonly ClaimPlace[],
): Promise<ClaimSummary[]> {
  // Few are asked for by id; of many it is quicker to read all that the article has.
  const ids = places.length <= MAX_BY_ID ? places.map(({ anchor }) => anchor.claimId) : null;
  const rows = await tx.claim.findMany({
    where: { articleId, deletedAt: null, ...(ids && { id: { in: ids } }) },
    include: claimSummaryInclude,
  });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return places.flatMap((place) => {
    const row = rowOf.get(place.anchor.claimId);
    return row ? [claimSummaryView(actor, row, place)] : [];
  });
}

/** The most a page of a list has. */
const MAX_BY_ID = 200;

function comesAfter(anchor: ClaimPlace["anchor"], after: [number, number, string]): boolean {
  const [start, end, claimId] = orderKey(anchor);
  if (start !== after[0]) return start > after[0];
  return end === after[1] ? claimId > after[2] : end > after[1];
}
