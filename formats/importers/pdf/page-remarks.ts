import { type ImportNote, type ImportNoteKind, NOTE_WORDS } from "#domain/article-import.ts";

const MOST_PAGES = 500;

/** Gathers what is to be said of the pages of a file: one note a kind, with the pages and the words it is about. */
export class PageRemarks {
  readonly #notes = new Map<ImportNoteKind, { count: number; words: string[]; pages: Set<number> }>();

  addCount(what: ImportNoteKind, count: number): void {
    if (count > 0) this.#of(what).count += count;
  }

  /** Something that concerns all of a page. */
  addPage(what: ImportNoteKind, page: number): void {
    const note = this.#of(what);
    note.count += 1;
    if (note.pages.size < MOST_PAGES) note.pages.add(page);
  }

  /** Words of a page. */
  addWords(what: ImportNoteKind, page: number, words: readonly string[]): void {
    const said = words.map((one) => one.trim()).filter((one) => one !== "");
    if (said.length === 0) return;
    const note = this.#of(what);
    note.count += said.length;
    if (note.pages.size < MOST_PAGES) note.pages.add(page);
    for (const one of said)
      if (note.words.length < NOTE_WORDS.count) note.words.push(wholeStart(one, NOTE_WORDS.length));
  }

  all(): ImportNote[] {
    return [...this.#notes]
      .filter(([, { count }]) => count > 0)
      .map(([what, { count, words, pages }]) => ({
        what,
        count,
        ...(words.length > 0 && { words }),
        ...(pages.size > 0 && { pages: [...pages].sort((one, other) => one - other) }),
      }));
  }

  #of(what: ImportNoteKind) {
    const known = this.#notes.get(what) ?? { count: 0, words: [], pages: new Set<number>() };
    this.#notes.set(what, known);
    return known;
  }
}

/** The first UTF-16 units of a text, without half a character at their end. */
function wholeStart(text: string, units: number): string {
  return text.slice(0, units).replace(/[\ud800-\udbff]$/u, "");
}
