import type { z } from "zod";
import { languageSchema } from "#domain/article.ts";
import {
  type ImportFailure,
  type ImportFormat,
  MAX_IMPORT_BLOCKS,
  type ParsedArticle,
} from "#domain/article-import.ts";
import { Refusal } from "#domain/error.ts";
import { withoutHidden } from "#domain/name-text.ts";
import { givenDateSchema } from "#domain/partial-date.ts";
import { webAddressSchema } from "#domain/source.ts";
import { storableText } from "#editor/storable-text.ts";
import { Notes, withNotes } from "#formats/importers/import-notes.ts";
import type { IncomingArticle, ReadArticle } from "#formats/importers/registry.ts";
import { loadCapturedArticle } from "./captured-article.ts";
import { type KeptPicture, withKeptPictures } from "./kept-pictures.ts";
import { readArticleAside } from "./reading-pool.ts";

export type ImportedArticle = Extract<ReadArticle, { ok: true }> & {
  /** The pictures its figures show, to be stored with it. */
  pictures: KeptPicture[];
};

/** What an importer understood of what `by` sent; throws the refusal that names why it can't come in. */
export async function importArticle(incoming: IncomingArticle, by: string): Promise<ImportedArticle> {
  const read = await readArticleAside(incoming, by);
  if (!read.ok) throw refusalOf(read);
  const blocks = read.article.blocks.length;
  if (blocks > MAX_IMPORT_BLOCKS)
    throw new Refusal("ARTICLE_TOO_MANY_BLOCKS", { blocks, limit: MAX_IMPORT_BLOCKS });
  return { ...read, ...withKeptPictures(withNotedNames(read.article)) };
}

/** An article as a call brings it: what was fetched where it names that, else a file where there is one, else text. */
export async function broughtArticle({
  captureId,
  file,
  content = "",
  format,
}: {
  captureId?: string | undefined;
  file?: File | undefined;
  content?: string | undefined;
  format?: ImportFormat | undefined;
}): Promise<IncomingArticle> {
  if (captureId !== undefined) return await loadCapturedArticle(captureId);
  if (!file) return { content, format };
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { content: bytes, fileName: file.name, mediaType: file.type, format };
}

function refusalOf(failure: ImportFailure): Refusal {
  switch (failure.reason) {
    case "EMPTY":
      return new Refusal("ARTICLE_EMPTY");
    case "BINARY":
      return new Refusal("ARTICLE_BINARY");
    case "TOO_LARGE":
      return new Refusal("ARTICLE_TOO_LARGE", { bytes: failure.bytes, limit: failure.limit });
    case "UNREADABLE_ENCODING":
      return new Refusal("ARTICLE_ENCODING");
    case "SCAN":
    case "PICTURE":
    case "ENCRYPTED":
    case "DAMAGED":
    case "TOO_HARD":
      return new Refusal(`ARTICLE_${failure.reason}`);
  }
}

/** What an article says of itself, as far as it can be kept: null where it says nothing, or nothing of use. */
export interface ArticleDetails {
  title: string | null;
  language: string | null;
  byline: string | null;
  publisher: string | null;
  url: string | null;
  publishedAt: string | null;
}

/**
 * The details of an imported article in the shapes the product keeps. An importer reports what stands in the source;
 * a line that is too long is cut, a name
 * loses what turns its direction, a date keeps its day as the source wrote it, and what is no address is left out.
 */
export function detailsOf({ article }: ImportedArticle): ArticleDetails {
  return {
    title: shortened(article.title, 300),
    language: orNull(languageSchema, article.language),
    byline: shortened(article.byline, 200),
    publisher: shortened(article.publisher, 200),
    url: orNull(webAddressSchema, article.url),
    publishedAt: orNull(givenDateSchema, article.publishedAt),
  };
}

/** A title for an article that has none: the beginning of its text. */
export function titleFromText({ article }: ImportedArticle): string {
  return shortened(article.blocks[0]?.text ?? null, 80) ?? "—";
}

const NAMES = ["title", "byline", "publisher"] as const;

/** Says which characters `detailsOf` takes out of names. The text itself keeps what its source has. */
export function withNotedNames(article: ParsedArticle): ParsedArticle {
  const notes = new Notes();
  for (const name of NAMES)
    for (const character of withoutHidden(article[name] ?? "").dropped) notes.add("direction", character);
  return { ...article, notes: withNotes(article.notes, notes.all) };
}

const orNull = (schema: z.ZodType<string>, value: unknown): string | null =>
  schema.safeParse(value).data ?? null;

/** At most `limit` UTF-16 units, as the contract's schemas count, cut between characters. */
function shortened(text: string | null, limit: number): string | null {
  const line = withoutHidden(storableText(text ?? "")).name;
  if (line === "") return null;
  if (line.length <= limit) return line;
  return `${line.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
