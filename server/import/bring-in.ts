import type { ImportFormat } from "#domain/article-import.ts";
import type { ImportEdit, KeptEdits } from "#domain/import-edit.ts";
import { type MachineRead, machineReadOf } from "#domain/machine-reading.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { loadReadArticle } from "#server/machine-reading/read-article.ts";
import { type RevisionSource, sourceOf } from "#server/revision-source.ts";
import { withEdits } from "./edited-import.ts";
import { broughtArticle, type ImportedArticle, importArticle } from "./import-article.ts";

/** An article as a call brings it: what a machine read, else what was fetched, else a file, else text. */
interface Brought {
  readingId?: string | undefined;
  captureId?: string | undefined;
  file?: File | undefined;
  fileName?: string | undefined;
  content?: string | undefined;
  format?: ImportFormat | undefined;
  edits?: readonly ImportEdit[] | undefined;
  editsOf?: string | undefined;
}

/**
 * What a call brings, understood and with its hand edits done, and what a revision of it says of where it came from.
 *
 * @throws Refusal what an importer refuses, NOT_FOUND or READING_NOT_DONE of a reading, or as `withEdits`
 */
export async function bringIn(
  actor: Actor,
  brought: Brought,
): Promise<{
  imported: ImportedArticle;
  edits: KeptEdits | null;
  source: RevisionSource;
  machineRead: MachineRead | null;
}> {
  if (brought.readingId === undefined) {
    const edited = withEdits(await importArticle(await broughtArticle(brought), actor.id), brought);
    return { ...edited, source: sourceOf(brought), machineRead: null };
  }
  const { imported, fileName, reading } = await loadReadArticle(actor, brought.readingId);
  const edited = withEdits(imported, brought);
  return {
    ...edited,
    source: { origin: "file", fileName },
    machineRead: machineReadOf(reading, imported.article.blocks, edited.imported.article.blocks),
  };
}
