import type { z } from "zod";
import type { articlePreviewSchema } from "#contract/article.ts";
import type { ImportFormat } from "#domain/article-import.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { detailsOf, importArticle } from "#server/import/import-article.ts";

export interface ArticlePreviewInput {
  format?: ImportFormat | undefined;
  content?: string | undefined;
  file?: File | undefined;
}

export type ArticlePreview = z.output<typeof articlePreviewSchema>;

/**
 * What an article would be understood as. Takes pasted text or a file in any encoding, the file where both are given,
 * and stores nothing. Refused as `createArticle` would refuse it; nothing given is an empty article.
 */
export async function previewArticle(actor: Actor, input: ArticlePreviewInput): Promise<ArticlePreview> {
  authorise(actor, "article.create");
  const { format, content = "", file } = input;
  const imported = await importArticle(
    file
      ? {
          content: new Uint8Array(await file.arrayBuffer()),
          fileName: file.name,
          mediaType: file.type,
          format,
        }
      : { content, format },
  );
  return {
    format: imported.format,
    encoding: imported.encoding,
    content: imported.text,
    ...detailsOf(imported),
    blocks: imported.article.blocks.map(({ kind, level, text }) => ({ kind, level, text })),
  };
}
