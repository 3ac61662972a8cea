import { createHash } from "node:crypto";
import { titleAmong } from "#domain/edited-kind.ts";
import { Refusal } from "#domain/error.ts";
import type { ImportEdit, KeptEdits } from "#domain/import-edit.ts";
import { applyImportEdits, editedBlocks } from "#domain/import-edits.ts";
import type { ImportedArticle } from "./import-article.ts";

/**
 * The SHA-256, hex, of what hand edits are made on: the blocks of an article, those that were left out and the notes.
 * The same source read by the same importers gives the same one.
 */
export function blocksSha256({ article: { blocks, leftOut = [], notes } }: ImportedArticle): string {
  return createHash("sha256")
    .update(JSON.stringify([blocks, leftOut, notes]), "utf8")
    .digest("hex");
}

/**
 * An article with hand edits done, and what of them a revision keeps; null where there were none. A title that was
 * chosen, mended or left out by hand is the article's.
 *
 * @throws Refusal IMPORT_CHANGED where the source reads otherwise now than when they were made, IMPORT_EDIT_UNFIT where
 * one can't be done
 */
export function withEdits(
  imported: ImportedArticle,
  { edits = [], editsOf }: { edits?: readonly ImportEdit[] | undefined; editsOf?: string | undefined },
): { imported: ImportedArticle; edits: KeptEdits | null } {
  if (edits.length === 0) return { imported, edits: null };
  const sha256 = blocksSha256(imported);
  if (editsOf !== sha256) throw new Refusal("IMPORT_CHANGED", { blocksSha256: sha256 });
  const { article } = imported;
  const edited = applyImportEdits(article, edits);
  if (edited.unfit)
    throw new Refusal("IMPORT_EDIT_UNFIT", { index: edited.unfit.index, reason: edited.unfit.why });
  const blocks = editedBlocks(edited);
  const isSameTitle = titleAmong(blocks) === titleAmong(article.blocks);
  const title = isSameTitle ? article.title : titleAmong(blocks);
  return {
    imported: { ...imported, article: { ...article, title, blocks } },
    edits: { blocksSha256: sha256, edits: [...edits] },
  };
}
