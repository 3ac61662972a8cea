import {
  READING_FAILURES,
  type Reading,
  readingDirectionSchema,
  readingLanguageSchema,
} from "#domain/machine-reading.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** All of a reading but what is large. */
export const readingSelect = {
  id: true,
  state: true,
  fileName: true,
  direction: true,
  language: true,
  pages: true,
  pagesRead: true,
  pictures: { select: { width: true, height: true }, orderBy: { page: "asc" } },
  part: true,
  failure: true,
  createdAt: true,
} satisfies Prisma.ReadingSelect;

export type ReadingRow = Prisma.ReadingGetPayload<{ select: typeof readingSelect }>;

/** @param ahead how many are read before it */
export const readingView = (row: ReadingRow, ahead: number): Reading => ({
  id: row.id,
  state: row.state,
  fileName: row.fileName,
  direction: readingDirectionSchema.parse(row.direction),
  language: readingLanguageSchema.parse(row.language),
  pages: row.pages,
  pagesRead: row.pagesRead,
  pictures: row.pictures,
  part: row.part,
  ahead,
  failure: READING_FAILURES.find((failure) => failure === row.failure) ?? null,
  createdAt: row.createdAt.toISOString(),
});
