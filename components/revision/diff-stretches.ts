import type { DiffRow } from "#domain/diff/revision-diff.ts";

/** A row with its place in the diff; `change` counts the changed ones from 1 and is null for the rest. */
export interface ShownRow {
  index: number;
  row: DiffRow;
  change: number | null;
}

/** Rows that are shown, or that are folded away because nothing changed in them. */
export interface DiffStretch {
  isFolded: boolean;
  rows: ShownRow[];
}

/** Unchanged rows kept in sight beside a change, so that it is read in its place. */
const CONTEXT = 1;
/** Fewer rows than this are not worth a button. */
const MIN_FOLDED = 2;

/** The rows in order, with long runs of unchanged ones folded; nothing is folded where nothing changed. */
export function diffStretches(rows: readonly DiffRow[]): DiffStretch[] {
  let changes = 0;
  const shown = rows.map((row, index): ShownRow => {
    const isChange = row.kind !== "same";
    if (isChange) changes += 1;
    return { index, row, change: isChange ? changes : null };
  });
  if (changes === 0) return shown.length > 0 ? [{ isFolded: false, rows: shown }] : [];
  const near = new Set(
    shown.flatMap(({ index, change }) =>
      change === null ? [] : Array.from({ length: 2 * CONTEXT + 1 }, (_, step) => index - CONTEXT + step),
    ),
  );
  const stretches: DiffStretch[] = [];
  for (const one of shown) {
    const isFolded = !near.has(one.index);
    const open = stretches.at(-1);
    if (open?.isFolded === isFolded) open.rows.push(one);
    else stretches.push({ isFolded, rows: [one] });
  }
  return stretches.map((stretch) =>
    stretch.rows.length < MIN_FOLDED ? { ...stretch, isFolded: false } : stretch,
  );
}
