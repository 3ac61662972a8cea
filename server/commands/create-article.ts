import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import type { articleDraftSchema } from "#contract/article.ts";
import type { Article } from "#domain/article.ts";
import { Refusal } from "#domain/error.ts";
import { countEdits } from "#domain/import-edit.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { DEFAULT_SCALE_ID } from "#domain/scale.ts";
import { buildRevision } from "#editor/revision-document.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { bringIn } from "#server/import/bring-in.ts";
import { detailsOf, type ImportedArticle, titleFromText } from "#server/import/import-article.ts";
import { insertPictures } from "#server/insert-pictures.ts";
import { insertRevision } from "#server/insert-revision.ts";
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
  const { imported, edits, source, machineRead } = await bringIn(actor, input);
  const content = buildRevision(imported.article.blocks);
  return await transaction(async (tx) => {
    const id = uuidv7();
    const scale = await newestScale(tx, input.scale ?? DEFAULT_SCALE_ID);
    const fields = fieldsOf(input, imported);
    await tx.article.create({ data: { id, ...fields, ...scale, createdById: actor.id } });
    await insertPictures(tx, imported.pictures);
    await insertRevision(tx, actor, {
      articleId: id,
      number: 1,
      format: imported.format,
      source,
      content,
      edits,
      machineRead,
    });
    await appendEvent(tx, {
      kind: "article.created",
      actorId: actor.id,
      articleId: id,
      subjectId: id,
      data: {
        title: fields.title,
        format: imported.format,
        blocks: content.blocks.length,
        ...(edits && { editedByHand: countEdits(edits.edits) }),
        ...(machineRead && { machineRead }),
      },
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
