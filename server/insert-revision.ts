import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { ImportFormat } from "#domain/article-import.ts";
import type { KeptEdits } from "#domain/import-edit.ts";
import type { MachineRead } from "#domain/machine-reading.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { RevisionContent } from "#editor/revision-document.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { Db } from "./db.ts";
import type { RevisionSource } from "./revision-source.ts";

export interface NewRevision {
  articleId: string;
  /** From 1; the caller holds the article's lock, so that no two are made with one number. */
  number: number;
  format: ImportFormat;
  source: RevisionSource;
  content: RevisionContent;
  /** What was changed by hand; null where nothing was. */
  edits: KeptEdits | null;
  /** What is said of a text that a machine read; null of any other. */
  machineRead: MachineRead | null;
}

/** The SHA-256 by which a revision's text is known, hex. */
export const revisionHash = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** Writes a revision and its blocks, and answers its id. Pictures it shows are kept by `insertPictures` before. */
export async function insertRevision(
  tx: Db,
  actor: Actor,
  { articleId, number, format, source, content: { document, text, blocks }, edits, machineRead }: NewRevision,
): Promise<string> {
  const id = uuidv7();
  await tx.revision.create({
    data: {
      id,
      articleId,
      number,
      // A plain tree of objects, arrays and texts: JSON, though its type says it more narrowly.
      document: document as unknown as Prisma.InputJsonObject,
      text,
      sha256: revisionHash(text),
      format,
      ...source,
      ...(edits && { edits }),
      ...machineReadColumns(machineRead),
      createdById: actor.id,
    },
  });
  await insertBlocks(tx, id, blocks);
  return id;
}

/** As a revision or a draft keeps it. */
export const machineReadColumns = (machineRead: MachineRead | null) =>
  machineRead ? { readingId: machineRead.readingId, machineRead } : {};

/** One statement for any number of blocks: a long article has tens of thousands. 0 and an empty text stand for null. */
async function insertBlocks(tx: Db, revisionId: string, blocks: RevisionContent["blocks"]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Block" ("revisionId", id, position, kind, level, start, "end", details)
    SELECT ${revisionId}::uuid, b.id, b.position, b.kind::"BlockKind", nullif(b.level, 0), b.start, b."end",
      nullif(b.details, '')::jsonb
    FROM unnest(
      ${blocks.map((block) => block.id)}::text[],
      ${blocks.map((block) => block.kind)}::text[],
      ${blocks.map((block) => block.level ?? 0)}::int[],
      ${blocks.map((block) => block.start)}::int[],
      ${blocks.map((block) => block.end)}::int[],
      ${blocks.map((block) => (block.details ? JSON.stringify(block.details) : ""))}::text[]
    ) WITH ORDINALITY AS b(id, kind, level, start, "end", details, position)`;
}
