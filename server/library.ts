import { uuidv7 } from "uuidv7";
import { canonicalUrl } from "#domain/canonical-url.ts";
import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { SourceDraft } from "#domain/source.ts";
import type { Source } from "#prisma/generated/client.ts";
import { cslRecord, type SourceFields } from "#server/csl-record.ts";
import type { Db } from "#server/db.ts";

/** A source and whether it was made just now. */
export interface FoundSource {
  source: Source;
  isNew: boolean;
}

/**
 * The source of the library that `draft` speaks of: the one whose address it has, however spelled, else a new one.
 * Two writers with the same address at the same moment get the same source, because the database lets only one in.
 */
export async function findOrCreateSource(tx: Db, actor: Actor, draft: SourceDraft): Promise<FoundSource> {
  const row = rowOf(draft, actor.id);
  const { id, canonicalUrl: address } = row;
  const { count } = await tx.source.createMany({ data: row, skipDuplicates: true });
  const where = count === 1 || address === null ? { id } : { canonicalUrl: address };
  return { source: await tx.source.findUniqueOrThrow({ where }), isNew: count === 1 };
}

/** As `findOrCreateSource` for many at once, in constant many statements; answers their ids in order. */
export async function findOrCreateSources(
  tx: Db,
  actor: Pick<Actor, "id">,
  drafts: readonly SourceDraft[],
): Promise<string[]> {
  const rows = new Map(drafts.map((draft) => [keyOf(draft), rowOf(draft, actor.id)]));
  const addresses = [...rows.values()].flatMap(({ canonicalUrl: address }) => address ?? []);
  // In one order for everybody: two that insert the same addresses would else wait for each other.
  const data = [...rows.values()].sort((a, b) => ((a.canonicalUrl ?? "") < (b.canonicalUrl ?? "") ? -1 : 1));
  for (let from = 0; from < data.length; from += BATCH)
    await tx.source.createMany({ data: data.slice(from, from + BATCH), skipDuplicates: true });
  const known = await tx.source.findMany({
    where: { canonicalUrl: { in: addresses } },
    select: { id: true, canonicalUrl: true },
  });
  const byAddress = new Map(known.map(({ id, canonicalUrl: address }) => [address, id]));
  return drafts.map((draft) => {
    const row = rows.get(keyOf(draft));
    return (row?.canonicalUrl && byAddress.get(row.canonicalUrl)) || (row?.id ?? "");
  });
}

/** PostgreSQL takes 32,767 values a statement. */
const BATCH = 1_000;

/** Sources of one import are the same where their addresses are, else where all that is said of them is. */
function keyOf(draft: SourceDraft): string {
  const address = draft.url ? canonicalUrl(draft.url) : null;
  return address ?? JSON.stringify(fieldsOf(draft));
}

function rowOf(draft: SourceDraft, createdById: string) {
  const id = uuidv7();
  const fields = fieldsOf(draft);
  const address = fields.url === null ? null : canonicalUrl(fields.url);
  return { id, ...fields, canonicalUrl: address, csl: cslRecord(id, fields), createdById };
}

/** The source with `id`; NOT_FOUND where there is none. */
export async function findSource(tx: Db, id: string): Promise<FoundSource> {
  const source = await tx.source.findUnique({ where: { id } });
  if (!source) throw new Refusal("NOT_FOUND", { path: "source.id" });
  return { source, isNew: false };
}

function fieldsOf(draft: SourceDraft): SourceFields {
  return {
    type: draft.type ?? (draft.url ? "webpage" : "document"),
    title: draft.title,
    url: draft.url ?? null,
    publisher: draft.publisher || null,
    author: draft.author || null,
    issued: draft.issued ?? null,
    accessed: draft.accessed ?? null,
  };
}
