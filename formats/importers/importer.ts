import type { FileFormat, ParsedArticle, TextFormat } from "#domain/article-import.ts";

/** One way an article comes in as text. Pure: no clock, no network, no file; the same in a browser and on a server. */
export interface Importer {
  id: TextFormat;
  /** Lower case, without parameters. */
  mediaTypes: readonly string[];
  /** Lower case, without the dot. */
  extensions: readonly string[];
  /**
   * Never throws: whatever the text, it is understood as well as it can be. No blocks: there was nothing to read.
   *
   * @param address where the text was fetched from, from which its links lead on
   */
  read(text: string, address?: string): ParsedArticle;
}

/** One way an article comes in as a file that is no text. No clock, no network; whatever it needs comes with its package. */
export interface FileImporter {
  id: FileFormat;
  /**
   * No blocks: there was nothing to read. Whoever calls it sets limits of time and memory.
   *
   * @throws RefusedImport where the file can't be read
   */
  read(bytes: Uint8Array): Promise<ParsedArticle>;
}
