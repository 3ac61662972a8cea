import { BLOCK_SEPARATOR, blockDetailsSchema } from "#domain/block.ts";
import { codePoints } from "#domain/offset.ts";
import type { Revision } from "#domain/revision.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export const revisionInclude = { blocks: { orderBy: { position: "asc" } } } satisfies Prisma.RevisionInclude;

export type RevisionRow = Prisma.RevisionGetPayload<{
  include: typeof revisionInclude;
  omit: { document: true };
}>;

/** Block texts are read off the linear text by its separators: slicing it by offset would cost its square. */
export function revisionView(row: RevisionRow): Revision {
  const texts = row.text.split(BLOCK_SEPARATOR);
  return {
    id: row.id,
    number: row.number,
    sha256: row.sha256,
    text: row.text,
    blocks: row.blocks.map((block, index) => ({
      id: block.id,
      kind: block.kind,
      level: block.level,
      text: texts[index] ?? "",
      ...(block.details !== null && { details: blockDetailsSchema.parse(block.details) }),
      start: codePoints(block.start),
      end: codePoints(block.end),
    })),
  };
}
