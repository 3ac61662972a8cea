import type { ImportNote, ImportNoteKind } from "#domain/article-import.ts";
import { type BlockDetails, type BlockKind, HEADING_LEVELS, type ParsedBlock } from "#domain/block.ts";
import { PICTURE_LIMITS } from "#domain/picture.ts";
import { atMostDeepest } from "./block-list.ts";
import { Notes } from "./import-notes.ts";
import type { InlineLine } from "./inline.ts";

/** What an importer has understood so far: blocks in reading order, pictures that came along, and what was left out. */
export class ArticleParts {
  readonly blocks: ParsedBlock[] = [];
  readonly pictures: Uint8Array[] = [];
  readonly #notes = new Notes();
  #tables = 0;

  /** Adds a block unless it has no words. `level` counts for headings and bullets only. */
  add(
    kind: BlockKind,
    { text, marks }: InlineLine,
    { level = null, details = {}, picture }: AddedBlock = {},
  ): void {
    if (text === "") return;
    const hasLevel = kind === "heading" || kind === "bullet";
    const all = marks.length > 0 ? { marks, ...details } : details;
    this.blocks.push({
      kind,
      level: hasLevel ? atMostDeepest(level ?? HEADING_LEVELS.section) : null,
      text,
      ...(Object.keys(all).length > 0 && { details: all }),
      ...(picture !== undefined && { picture }),
    });
  }

  /** One more of these could not be brought, or needs a look; `words` are what it is about. */
  note(what: ImportNoteKind, words?: string): void {
    this.#notes.add(what, words);
  }

  /** The index under which a figure names these bytes; none once there are more pictures than an article may have. */
  addPicture(bytes: Uint8Array): number | undefined {
    if (this.pictures.length > PICTURE_LIMITS.count) return undefined;
    return this.pictures.push(bytes) - 1;
  }

  /** The number of the next table. */
  nextTable(): number {
    this.#tables += 1;
    return this.#tables;
  }

  get notes(): ImportNote[] {
    return this.#notes.all;
  }
}

interface AddedBlock {
  level?: number | null;
  details?: BlockDetails;
  /** What `addPicture` answered. */
  picture?: number | undefined;
}
