import type { FileFormat, ParsedArticle, TextFormat } from "#domain/article-import.ts";

/** What is known of a text besides itself where it was fetched. */
export interface FetchedFrom {
  /** The page's own address, from which its links lead on. */
  address?: string | undefined;
  /** The markup of what a reader view would show of the page; null where it shows nothing. */
  readable?: string | null | undefined;
}

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
   * @param from for what was fetched
   */
  read(text: string, from?: FetchedFrom): ParsedArticle;
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
