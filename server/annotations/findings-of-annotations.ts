import { uuidv7 } from "uuidv7";
import { parseRationale } from "#editor/parse-rationale.ts";
import { isEmptyRationale } from "#editor/rationale-text.ts";
import { rationaleWithEvidence } from "#editor/rationale-with-evidence.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Db } from "#server/db.ts";
import { findOrCreateSources } from "#server/library.ts";
import type { NewClaim } from "./claims-of-annotations.ts";
import { inBatches } from "./in-batches.ts";

/** The new id of a piece of evidence, by its claim's and by the id it had where it came from. */
type EvidenceIds = (claimId: string, foreignId: string) => string | undefined;

/** Keeps the evidence that came along. The same passage of the same source twice on a claim is one. */
export async function insertEvidence(
  tx: Db,
  claims: readonly NewClaim[],
  actorId: string,
): Promise<EvidenceIds> {
  const pieces = claims.flatMap(({ id: claimId, annotation }) =>
    annotation.evidence.map((piece) => ({ claimId, piece })),
  );
  const sourceIds = await findOrCreateSources(
    tx,
    { id: actorId },
    pieces.map(({ piece }) => piece.source),
  );
  const idOf = new Map<string, string>();
  const rows = new Map<string, Prisma.EvidenceCreateManyInput>();
  pieces.forEach(({ claimId, piece }, index) => {
    const sourceId = sourceIds[index] ?? "";
    const passage = { quote: piece.quote ?? "", locator: piece.locator ?? "" };
    const same = JSON.stringify([claimId, sourceId, passage]);
    const row = rows.get(same) ?? {
      id: uuidv7(),
      claimId,
      sourceId,
      stance: piece.stance,
      primary: piece.primary,
      ...passage,
      note: piece.note ?? "",
      addedById: actorId,
    };
    rows.set(same, row);
    idOf.set(JSON.stringify([claimId, piece.id]), row.id ?? "");
  });
  await inBatches([...rows.values()], async (batch) => {
    await tx.evidence.createMany({ data: batch });
  });
  return (claimId, foreignId) => idOf.get(JSON.stringify([claimId, foreignId]));
}

/** Keeps findings that came along as drafts of whoever brought them: nobody here has judged yet. */
export async function insertVerdicts(
  tx: Db,
  claims: readonly NewClaim[],
  { articleId, actorId }: { articleId: string; actorId: string },
  evidenceIds: EvidenceIds,
): Promise<void> {
  const { scaleId, scaleVersion } = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { scaleId: true, scaleVersion: true },
  });
  const verdicts = claims.flatMap(({ id: claimId, rating, annotation: { finding } }) => {
    if (!finding) return [];
    const rationale = rationaleOf(finding.rationale, (id) => evidenceIds(claimId, id));
    return [
      {
        claimId,
        scaleId,
        scaleVersion,
        authorId: actorId,
        ratingKey: rating?.key ?? null,
        summary: finding.summary,
        rationale: rationale ?? Prisma.DbNull,
      },
    ];
  });
  await inBatches(verdicts, async (batch) => {
    await tx.verdict.createMany({ data: batch });
  });
}

function rationaleOf(
  json: unknown,
  idOf: (evidenceId: string) => string | undefined,
): Prisma.InputJsonObject | null {
  const parsed = json === null ? null : parseRationale(json);
  if (!parsed?.ok) return null;
  const rationale = rationaleWithEvidence(parsed.rationale, idOf);
  // What was parsed from JSON is JSON; an interface has no index signature to say so.
  return isEmptyRationale(rationale) ? null : (rationale as unknown as Prisma.InputJsonObject);
}
