import type { Revision } from "#domain/revision.ts";

/** How much text is kept, in UTF-16 units: some hundred articles of the usual length, or a few books. */
const CAPACITY = 4_000_000;

/**
 * Revisions never change, so one that was read once is read from memory: a claim that is marked needs all of its text to
 * be placed. The longest unused leave first.
 */
const known = new Map<string, Revision>();
let size = 0;

export function knownRevision(id: string): Revision | undefined {
  const revision = known.get(id);
  if (revision) {
    known.delete(id);
    known.set(id, revision);
  }
  return revision;
}

export function rememberRevision(revision: Revision): void {
  if (known.has(revision.id)) return;
  known.set(revision.id, revision);
  size += weightOf(revision);
  for (const [id, oldest] of known) {
    if (size <= CAPACITY) return;
    known.delete(id);
    size -= weightOf(oldest);
  }
}

/** The linear text and the blocks' own, which share its letters; a block weighs something by itself. */
const weightOf = ({ text, blocks }: Revision): number => 2 * text.length + 200 * blocks.length;
