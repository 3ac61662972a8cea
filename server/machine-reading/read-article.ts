import { z } from "zod";
import { articlePreviewSchema } from "#contract/article.ts";
import { importFormatSchema } from "#domain/article-import.ts";
import { Refusal } from "#domain/error.ts";
import { type MachineRead, readingDirectionSchema, readingLanguageSchema } from "#domain/machine-reading.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { db } from "#server/db.ts";
import type { ImportedArticle } from "#server/import/import-article.ts";
import { ENGINE } from "./engine.ts";

/** What a machine understood, as a row keeps it. */
const storedArticleSchema = articlePreviewSchema
  .omit({ format: true, encoding: true, content: true, blocksSha256: true })
  .partial({ leftOut: true })
  .extend({
    /** The program that read it: a later version of the product has another. */
    engine: z.string().default(ENGINE),
  });

/** A reading as an article on its way in, and what is said of it for ever. */
export interface ReadByMachine {
  imported: ImportedArticle;
  fileName: string;
  reading: Omit<MachineRead, "digits" | "words">;
}

/**
 * What a machine read for `actor`.
 *
 * @throws Refusal NOT_FOUND where they have no such reading, READING_NOT_DONE before it is done and where it failed
 */
export async function loadReadArticle(actor: Actor, readingId: string): Promise<ReadByMachine> {
  const row = await db().reading.findFirst({
    where: { id: readingId, createdById: actor.id },
    select: {
      state: true,
      fileName: true,
      format: true,
      direction: true,
      language: true,
      pages: true,
      article: true,
    },
  });
  if (!row) throw new Refusal("NOT_FOUND");
  if (row.state !== "done") throw new Refusal("READING_NOT_DONE");
  const { engine, ...article } = storedArticleSchema.parse(row.article);
  return {
    imported: {
      ok: true,
      format: importFormatSchema.parse(row.format),
      encoding: null,
      text: null,
      article: { ...article, pictures: [] },
      pictures: [],
    },
    fileName: row.fileName,
    reading: {
      readingId,
      engine,
      direction: readingDirectionSchema.parse(row.direction),
      language: readingLanguageSchema.parse(row.language),
      pages: row.pages ?? 1,
    },
  };
}
