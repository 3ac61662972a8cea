import { createHash } from "node:crypto";
import type { ImportNote, ImportNoteKind, ParsedArticle } from "#domain/article-import.ts";
import type { ParsedBlock } from "#domain/block.ts";
import { PICTURE_LIMITS, type PictureMediaType, pictureMediaType } from "#domain/picture.ts";

/** A picture that may be stored: its bytes are what its type says, and within the limits. */
export interface KeptPicture {
  sha256: string;
  mediaType: PictureMediaType;
  bytes: Uint8Array;
}

/**
 * An article whose figures name the pictures that are kept, by their hash, and those pictures, each once. A picture
 * that is too large or of no kind we show stays away and is noted; the figure keeps its words.
 */
export function withKeptPictures(article: ParsedArticle): {
  article: ParsedArticle;
  pictures: KeptPicture[];
} {
  const kept = new Map<string, KeptPicture>();
  const missing = new Map<ImportNoteKind, number>();
  let total = 0;
  const blocks = article.blocks.map(({ picture: index, ...block }): ParsedBlock => {
    const bytes = index === undefined ? undefined : article.pictures[index];
    if (!bytes) return block;
    const mediaType = pictureMediaType(bytes);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const isNew = !kept.has(sha256);
    const isTooMuch =
      bytes.length > PICTURE_LIMITS.bytes ||
      (isNew && (kept.size >= PICTURE_LIMITS.count || total + bytes.length > PICTURE_LIMITS.total));
    if (!mediaType || isTooMuch) {
      const what = mediaType ? "picture_too_large" : "picture_unsupported";
      missing.set(what, (missing.get(what) ?? 0) + 1);
      return block;
    }
    if (isNew) total += bytes.length;
    kept.set(sha256, { sha256, mediaType, bytes });
    const said = block.details?.picture ?? { address: null, alt: "" };
    return { ...block, details: { ...block.details, picture: { ...said, sha256 } } };
  });
  const notes = [...missing].map(([what, count]): ImportNote => ({ what, count }));
  return {
    article: { ...article, blocks, pictures: [], notes: [...article.notes, ...notes] },
    pictures: [...kept.values()],
  };
}
