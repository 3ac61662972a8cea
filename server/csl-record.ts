import type { SourceType } from "#domain/source.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** The bibliographic fields of a source as they stand in its columns. */
export interface SourceFields {
  type: SourceType;
  title: string;
  url: string | null;
  publisher: string | null;
  author: string | null;
  issued: string | null;
  accessed: string | null;
}

/** Types whose publisher is the periodical or site the piece stands in. */
const IN_A_CONTAINER = new Set<SourceType>([
  "webpage",
  "article-newspaper",
  "article-magazine",
  "article-journal",
  "post",
]);

/** The source as CSL-JSON 1.0.2. An author is kept as one literal name: splitting Japanese names is guessing. */
export function cslRecord(id: string, fields: SourceFields): Prisma.InputJsonObject {
  const { type, title, url, publisher, author, issued, accessed } = fields;
  return {
    id,
    type,
    title,
    ...(url !== null && { URL: url }),
    ...(publisher !== null && {
      [IN_A_CONTAINER.has(type) ? "container-title" : "publisher"]: publisher,
    }),
    ...(author !== null && { author: [{ literal: author }] }),
    ...(issued !== null && { issued: cslDate(issued) }),
    ...(accessed !== null && { accessed: cslDate(accessed) }),
  };
}

const cslDate = (date: string) => ({ "date-parts": [date.split("-").map(Number)] });
