import { uuidv7 } from "uuidv7";
import { describeBlock } from "#domain/anchoring/describe.ts";
import { db } from "#server/db.ts";
import { loadNewestRevision } from "#server/reads/revision.ts";

/** How many rows one statement takes in. */
const CHUNK = 1_000;

/** The article's count before its claims were changed, and after. */
export interface Grown {
  before: number;
  after: number;
  claims: number;
}

/**
 * A claim on every bullet, then `updates` changes of statements in turn: rows and events as the commands make them, in
 * bulk, because making them one by one would take minutes.
 */
export async function growArticle(articleId: string, updates: number): Promise<Grown> {
  const { createdById, eventSeq } = await db().article.findUniqueOrThrow({ where: { id: articleId } });
  const revision = await loadNewestRevision(db(), articleId);
  const bullets = revision.blocks.filter(({ kind }) => kind === "bullet");
  const places = bullets.flatMap((block) => {
    const found = describeBlock(revision.blocks, block);
    return found.state === "exact" ? [{ claimId: uuidv7(), revisionId: revision.id, ...found.range }] : [];
  });
  const rounds = updates / places.length;
  const version = 1 + rounds;
  const before = eventSeq + places.length;
  const subject = ({ claimId }: { claimId: string }) => ({
    articleId,
    claimId,
    subjectId: claimId,
    actorId: createdById,
  });
  const claims = places.map(({ claimId }) => ({
    id: claimId,
    articleId,
    createdById,
    statement: statementOf(rounds),
    version,
    fieldVersions: { statement: version },
  }));
  const created = places.map((place, index) => ({
    ...subject(place),
    seq: eventSeq + 1 + index,
    kind: "claim.created",
    data: { blockId: place.blockId, exact: place.exact },
  }));
  const updated = Array.from({ length: rounds }, (_, round) =>
    places.map((place, index) => ({
      ...subject(place),
      seq: before + round * places.length + index + 1,
      kind: "claim.updated",
      data: {
        changes: [
          { field: "statement", from: round === 0 ? "" : statementOf(round), to: statementOf(round + 1) },
        ],
      },
    })),
  ).flat();
  await db().article.update({ where: { id: articleId }, data: { eventSeq: before + updated.length } });
  for (const chunk of chunks(claims)) await db().claim.createMany({ data: chunk });
  for (const chunk of chunks(places))
    await db().anchor.createMany({ data: chunk.map((place) => ({ ...place, state: "exact" as const })) });
  for (const chunk of chunks([...created, ...updated])) await db().event.createMany({ data: chunk });
  return { before, after: before + updated.length, claims: places.length };
}

const statementOf = (round: number): string => `橋の建設は2019年に始まったと市は説明している。第${round}稿。`;

function* chunks<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let at = 0; at < items.length; at += CHUNK) yield items.slice(at, at + CHUNK);
}
