import type { ScaleDefinition } from "#domain/scales/scale-definition.ts";
import { SHIPPED_SCALES } from "#domain/scales/shipped-scales.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { Db } from "#server/db.ts";

/**
 * Makes sure that every scale the product comes with is in the database. Runs at each start, in every mode, and may run
 * in several processes at once. What is there already is left alone: a published version is never reworded, because
 * verdicts were given under it; a desk that retired one keeps it retired.
 */
export async function ensureScales(tx: Db): Promise<void> {
  await tx.scale.createMany({ data: SHIPPED_SCALES.map(({ id }) => ({ id })), skipDuplicates: true });
  await tx.scaleVersion.createMany({ data: SHIPPED_SCALES.map(versionRow), skipDuplicates: true });
  await tx.rating.createMany({ data: SHIPPED_SCALES.flatMap(ratingRows), skipDuplicates: true });
}

const versionRow = (scale: ScaleDefinition): Prisma.ScaleVersionCreateManyInput => ({
  scaleId: scale.id,
  version: scale.version,
  nameJa: scale.name.ja,
  nameEn: scale.name.en,
  publisher: scale.publisher,
  url: scale.url,
});

const ratingRows = (scale: ScaleDefinition): Prisma.RatingCreateManyInput[] =>
  scale.ratings.map((rating, index) => ({
    scaleId: scale.id,
    version: scale.version,
    key: rating.key,
    position: index + 1,
    labelJa: rating.label.ja,
    labelEn: rating.label.en,
    definitionJa: rating.definition.ja,
    definitionEn: rating.definition.en,
    value: rating.value,
    colour: rating.colour,
  }));
