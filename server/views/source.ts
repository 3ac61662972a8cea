import type { Source, SourceType } from "#domain/source.ts";
import type { Source as SourceRow } from "#prisma/generated/client.ts";

/** `uses`: in how many claims the source is evidence. */
export const sourceView = (row: SourceRow, uses: number): Source => ({
  id: row.id,
  // A check constraint keeps the column to CSL's names.
  type: row.type as SourceType,
  title: row.title,
  url: row.url,
  publisher: row.publisher,
  author: row.author,
  issued: row.issued,
  accessed: row.accessed,
  uses,
  version: row.version,
});
