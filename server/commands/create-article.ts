import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import type { articleDraftSchema } from "#contract/article.ts";
import type { Article } from "#domain/article.ts";
import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { DEFAULT_SCALE_ID } from "#domain/scale.ts";
import { buildRevision, type RevisionContent } from "#editor/revision-document.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import {
  detailsOf,
  type ImportedArticle,
  importArticle,
  titleFromText,
} from "#server/import/import-article.ts";
import { loadArticle } from "#server/reads/article.ts";

export type CreateArticleInput = z.output<typeof articleDraftSchema>;

/** The language of an article that does not show its own, and of which nobody says it. */
const DEFAULT_LANGUAGE = "ja";

/**
 * Brings an article in as revision 1. What the caller says of it wins over what its text says of itself; a title the
 * caller gives is what lists and reports print, and the text keeps the one it has. Without a scale it gets FIJ's.
 */
export async function createArticle(actor: Actor, input: CreateArticleInput): Promise<Article> {
  authorise(actor, "article.create");
  const imported = await importArticle({ content: input.content, format: input.format });
  const content = buildRevision(imported.article.blocks);
  return await transaction(async (tx) => {
    const id = uuidv7();
    const scale = await newestScale(tx, input.scale ?? DEFAULT_SCALE_ID);
    const fields = fieldsOf(input, imported);
    await tx.article.create({ data: { id, ...fields, ...scale, createdById: actor.id } });
    await insertRevision(tx, actor, id, imported.format, content);
    await appendEvent(tx, {
      kind: "article.created",
      actorId: actor.id,
      articleId: id,
      subjectId: id,
      data: { title: fields.title, format: imported.format, blocks: content.blocks.length },
    });
    return await loadArticle(tx, actor, id);
  });
}

/** An optional field that is null or empty says: there is none, whatever the text claims. Absent asks the text. */
function fieldsOf(input: CreateArticleInput, imported: ImportedArticle) {
  const found = detailsOf(imported);
  return {
    title: input.title ?? found.title ?? titleFromText(imported),
    language: input.language ?? found.language ?? DEFAULT_LANGUAGE,
    byline: (input.byline === undefined ? found.byline : input.byline) ?? "",
    publisher: (input.publisher === undefined ? found.publisher : input.publisher) ?? "",
    url: input.url === undefined ? found.url : input.url,
    publishedAt: input.publishedAt === undefined ? found.publishedAt : input.publishedAt,
  };
}

async function newestScale(tx: Db, scaleId: string): Promise<{ scaleId: string; scaleVersion: number }> {
  const newest = await tx.scaleVersion.findFirst({
    where: { scaleId, scale: { retiredAt: null } },
    orderBy: { version: "desc" },
    select: { version: true },
  });
  if (!newest) throw new Refusal("SCALE_UNKNOWN");
  return { scaleId, scaleVersion: newest.version };
}

async function insertRevision(
  tx: Db,
  actor: Actor,
  articleId: string,
  format: string,
  { document, text, blocks }: RevisionContent,
): Promise<void> {
  const id = uuidv7();
  await tx.revision.create({
    data: {
      id,
      articleId,
      number: 1,
      // A plain tree of objects, arrays and texts: JSON, though its type says it more narrowly.
      document: document as unknown as Prisma.InputJsonObject,
      text,
      sha256: createHash("sha256").update(text, "utf8").digest("hex"),
      format,
      createdById: actor.id,
    },
  });
  await insertBlocks(tx, id, blocks);
}

/** One statement for any number of blocks: a long article has tens of thousands. 0 stands for no level. */
async function insertBlocks(tx: Db, revisionId: string, blocks: RevisionContent["blocks"]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Block" ("revisionId", id, position, kind, level, start, "end")
    SELECT ${revisionId}::uuid, b.id, b.position, b.kind::"BlockKind", nullif(b.level, 0), b.start, b."end"
    FROM unnest(
      ${blocks.map((block) => block.id)}::text[],
      ${blocks.map((block) => block.kind)}::text[],
      ${blocks.map((block) => block.level ?? 0)}::int[],
      ${blocks.map((block) => block.start)}::int[],
      ${blocks.map((block) => block.end)}::int[]
    ) WITH ORDINALITY AS b(id, kind, level, start, "end", position)`;
}
