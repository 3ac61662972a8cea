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
  const fields = fieldsOf(draft);
  const address = fields.url === null ? null : canonicalUrl(fields.url);
  const id = uuidv7();
  const { count } = await tx.source.createMany({
    data: { id, ...fields, canonicalUrl: address, csl: cslRecord(id, fields), createdById: actor.id },
    skipDuplicates: true,
  });
  const where = count === 1 || address === null ? { id } : { canonicalUrl: address };
  return { source: await tx.source.findUniqueOrThrow({ where }), isNew: count === 1 };
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
