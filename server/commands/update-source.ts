import { canonicalUrl } from "#domain/canonical-url.ts";
import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { Source, SourceDraft, SourceType } from "#domain/source.ts";
import type { Source as SourceRow } from "#prisma/generated/client.ts";
import { authorise } from "#server/authorise.ts";
import { cslRecord, type SourceFields } from "#server/csl-record.ts";
import { type Db, transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import {
  changesBetween,
  changesData,
  conflictingFields,
  type Given,
  raisedVersion,
} from "#server/field-changes.ts";
import { lockSource } from "#server/lock.ts";
import { loadSource } from "#server/reads/source.ts";
import { isUniqueViolation } from "#server/unique-violation.ts";

export type UpdateSourceInput = { sourceId: string; version?: number | undefined } & Given<SourceDraft>;

/**
 * Changes a source's description. A field that is absent stays; null empties it. Conflicts as `updateClaim`; an
 * address that another source has is SOURCE_EXISTS.
 */
export async function updateSource(actor: Actor, input: UpdateSourceInput): Promise<Source> {
  authorise(actor, "source.write");
  return await transaction(async (tx) => {
    const { sourceId, version, ...fields } = input;
    const source = await lockSource(tx, sourceId);
    const changes = changesBetween(source, emptied(fields));
    const conflicts = conflictingFields(source, changes, version);
    if (conflicts.length > 0) {
      throw new Refusal("CONFLICT", { current: await loadSource(tx, sourceId), fields: conflicts });
    }
    if (changes.length > 0) {
      const columns = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
      await store(tx, source, columns);
      await appendEvent(tx, {
        kind: "source.updated",
        actorId: actor.id,
        subjectId: sourceId,
        data: changesData(changes),
      });
    }
    return await loadSource(tx, sourceId);
  });
}

/** An optional field a person cleared comes as empty text. */
const emptied = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value === "" ? null : value]));

async function store(tx: Db, source: SourceRow, columns: Record<string, unknown>): Promise<void> {
  const merged: SourceFields = { ...source, type: source.type as SourceType, ...columns };
  const address = merged.url === null ? null : canonicalUrl(merged.url);
  await assertNewAddress(tx, source.id, address);
  const derived = { canonicalUrl: address, csl: cslRecord(source.id, merged) };
  try {
    await tx.source.update({
      where: { id: source.id },
      data: { ...columns, ...derived, ...raisedVersion(source, Object.keys(columns)) },
    });
  } catch (error) {
    throw isUniqueViolation(error) ? new Refusal("SOURCE_EXISTS") : error;
  }
}

async function assertNewAddress(tx: Db, sourceId: string, address: string | null): Promise<void> {
  if (address === null) return;
  const other = await tx.source.findUnique({ where: { canonicalUrl: address }, select: { id: true } });
  if (other && other.id !== sourceId) {
    throw new Refusal("SOURCE_EXISTS", { source: await loadSource(tx, other.id) });
  }
}
