import type { z } from "zod";
import type { articlePreviewSchema } from "#contract/article.ts";
import type { ImportFormat } from "#domain/article-import.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { bringIn } from "#server/import/bring-in.ts";
import { blocksSha256 } from "#server/import/edited-import.ts";
import { detailsOf, type ImportedArticle } from "#server/import/import-article.ts";

export interface ArticlePreviewInput {
  format?: ImportFormat | undefined;
  content?: string | undefined;
  file?: File | undefined;
  captureId?: string | undefined;
  readingId?: string | undefined;
}

export type ArticlePreview = z.output<typeof articlePreviewSchema>;

/**
 * What an article would be understood as. Takes pasted text, a file in any encoding, what was fetched or what a
 * machine read, and stores nothing. Refused as `createArticle` would refuse it; nothing given is an empty article.
 */
export async function previewArticle(actor: Actor, input: ArticlePreviewInput): Promise<ArticlePreview> {
  authorise(actor, "article.create");
  return previewOf((await bringIn(actor, input)).imported);
}

/** What is said of an article that an importer has read. */
export function previewOf(imported: ImportedArticle): ArticlePreview {
  return {
    format: imported.format,
    encoding: imported.encoding,
    content: imported.text,
    ...detailsOf(imported),
    blocks: imported.article.blocks,
    notes: imported.article.notes,
    leftOut: imported.article.leftOut ?? [],
    blocksSha256: blocksSha256(imported),
  };
}
