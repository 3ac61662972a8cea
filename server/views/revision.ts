import { blockDetailsSchema } from "#domain/block.ts";
import { codePoints } from "#domain/offset.ts";
import type { Revision } from "#domain/revision.ts";
import { OffsetIndex } from "#editor/offset-index.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export const revisionInclude = { blocks: { orderBy: { position: "asc" } } } satisfies Prisma.RevisionInclude;

export type RevisionRow = Prisma.RevisionGetPayload<{
  include: typeof revisionInclude;
  omit: { document: true };
}>;

/** Block texts are read off the linear text by an index of it: walking it for each block would cost its square. */
export function revisionView(row: RevisionRow): Revision {
  const index = new OffsetIndex(row.text);
  const textOf = (start: number, end: number) =>
    row.text.slice(index.toUtf16(codePoints(start)), index.toUtf16(codePoints(end)));
  return {
    id: row.id,
    number: row.number,
    sha256: row.sha256,
    text: row.text,
    blocks: row.blocks.map((block) => ({
      id: block.id,
      kind: block.kind,
      level: block.level,
      text: textOf(block.start, block.end),
      ...(block.details !== null && { details: blockDetailsSchema.parse(block.details) }),
      start: codePoints(block.start),
      end: codePoints(block.end),
    })),
  };
}
