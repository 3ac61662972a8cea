import type { z } from "zod";
import { Refusal } from "#domain/error.ts";
import type { Evidence, evidenceDetailSchema } from "#domain/evidence.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { assertNewPassage } from "#server/evidence-passage.ts";
import {
  changesBetween,
  changesData,
  conflictingFields,
  type Given,
  raisedVersion,
} from "#server/field-changes.ts";
import { lastWriters } from "#server/last-writers.ts";
import { lockEvidence } from "#server/lock.ts";
import { loadEvidence } from "#server/reads/evidence.ts";

export type UpdateEvidenceInput = { evidenceId: string; version?: number | undefined } & Given<
  z.output<typeof evidenceDetailSchema>
>;

/** Changes what a source says on a claim. A field that is absent stays; null empties it. Conflicts as `updateClaim`. */
export async function updateEvidence(actor: Actor, input: UpdateEvidenceInput): Promise<Evidence> {
  authorise(actor, "claim.update");
  return await transaction(async (tx) => {
    const { evidenceId, version, ...fields } = input;
    const { evidence, claim } = await lockEvidence(tx, evidenceId);
    const changes = changesBetween(evidence, emptied(fields));
    const conflicts = conflictingFields(evidence, changes, version);
    if (conflicts.length > 0) {
      const writers = await lastWriters(tx, { claimId: claim.id, subjectId: evidenceId, fields: conflicts });
      throw new Refusal("CONFLICT", {
        current: await loadEvidence(tx, evidenceId),
        fields: conflicts,
        writers,
      });
    }
    if (changes.length > 0) {
      const columns = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
      const { id, claimId, sourceId, quote, locator } = { ...evidence, ...columns };
      await assertNewPassage(tx, { id, claimId, sourceId, quote, locator });
      const raised = raisedVersion(evidence, Object.keys(columns));
      await tx.evidence.update({ where: { id }, data: { ...columns, ...raised } });
      await appendEvent(tx, {
        kind: "evidence.updated",
        actorId: actor.id,
        articleId: claim.articleId,
        claimId,
        subjectId: id,
        data: changesData(changes),
      });
    }
    return await loadEvidence(tx, evidenceId);
  });
}

/** The columns hold empty text where the API says null. */
const emptied = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value === null ? "" : value]));
