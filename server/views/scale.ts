import type { Rating, RatingColour, Scale } from "#domain/scale.ts";
import type { Prisma, Rating as RatingRow } from "#prisma/generated/client.ts";

export const scaleInclude = {
  scale: { select: { retiredAt: true } },
  ratings: { orderBy: { position: "asc" } },
} satisfies Prisma.ScaleVersionInclude;

export type ScaleRow = Prisma.ScaleVersionGetPayload<{ include: typeof scaleInclude }>;

export const scaleView = (row: ScaleRow): Scale => ({
  id: row.scaleId,
  version: row.version,
  name: { ja: row.nameJa, en: row.nameEn },
  publisher: row.publisher,
  url: row.url,
  retired: row.scale.retiredAt !== null,
  ratings: row.ratings.map(ratingView),
});

export const ratingView = (row: RatingRow): Rating => ({
  key: row.key,
  label: { ja: row.labelJa, en: row.labelEn },
  definition: { ja: row.definitionJa, en: row.definitionEn },
  value: row.value,
  // A check constraint keeps the column to these names.
  colour: row.colour as RatingColour,
  retired: row.retiredAt !== null,
});
