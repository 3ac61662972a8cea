import { type ImportNote, type ImportNoteKind, NOTE_WORDS } from "#domain/article-import.ts";
import { cutText } from "./cut-text.ts";

/** As many pages as a note may name. */
const MOST_PAGES = 500;

/** Counts what could not be brought or needs a look: one note a kind, in the order in which kinds were met. */
export class Notes {
  readonly #notes = new Map<ImportNoteKind, ImportNote>();

  /** One more; `words` are what it is about, cut as a note may hold them, each named once; `page` counts from 1. */
  add(what: ImportNoteKind, words?: string, page?: number): void {
    const note = this.#notes.get(what) ?? { what, count: 0 };
    note.count += 1;
    this.#notes.set(what, note);
    if (page !== undefined) {
      note.pages ??= [];
      if (note.pages.length < MOST_PAGES && !note.pages.includes(page)) note.pages.push(page);
    }
    const said = cutText((words ?? "").replace(/\s+/gu, " ").trim(), NOTE_WORDS.length);
    if (said === "") return;
    note.words ??= [];
    if (note.words.length < NOTE_WORDS.count && !note.words.includes(said)) note.words.push(said);
  }

  get all(): ImportNote[] {
    return [...this.#notes.values()].map((note) => ({
      ...note,
      ...(note.pages && { pages: [...note.pages].sort((one, other) => one - other) }),
    }));
  }
}

/** Notes of two readings of one article as one list: one note a kind. */
export function withNotes(notes: readonly ImportNote[], more: readonly ImportNote[]): ImportNote[] {
  const all = new Map(notes.map((note) => [note.what, note]));
  for (const note of more) {
    const had = all.get(note.what);
    if (!had) {
      all.set(note.what, note);
      continue;
    }
    const words = [...new Set([...(had.words ?? []), ...(note.words ?? [])])].slice(0, NOTE_WORDS.count);
    const pages = [...new Set([...(had.pages ?? []), ...(note.pages ?? [])])].sort((a, b) => a - b);
    all.set(note.what, {
      what: note.what,
      count: had.count + note.count,
      ...(words.length > 0 && { words }),
      ...(pages.length > 0 && { pages }),
    });
  }
  return [...all.values()];
}
