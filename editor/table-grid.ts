import type { BlockDetails, ParsedBlock } from "#domain/block.ts";

type Cell = NonNullable<BlockDetails["cell"]>;
export type Span = Pick<Cell, "columnSpan" | "rowSpan">;

/** A table of so many places is drawn however few of them have words; a larger one must be a quarter full. */
const SMALL_TABLE = 2000;
const PLACES_PER_CELL = 4;

/**
 * `blocks` with tables a page can draw: counted from 1, cells in reading order, none over another, and no row or column
 * in which no cell begins. The cells of a table that is none (out of order, two in one place, nearly all of it empty)
 * become paragraphs: their words are kept, and nothing is drawn that was not there.
 */
export function settledTables(blocks: readonly ParsedBlock[]): ParsedBlock[] {
  const out: ParsedBlock[] = [];
  let table = 0;
  for (const run of runsOfCells(blocks)) {
    const [first] = run;
    if (first?.kind !== "cell") {
      out.push(...run);
      continue;
    }
    const settled = settledCells(run.flatMap(({ details }) => details?.cell ?? []));
    if (settled) table += 1;
    for (const [index, { details, ...block }] of run.entries()) {
      const { cell: _, ...rest } = details ?? {};
      const cell = settled?.[index];
      out.push(
        cell
          ? { ...block, details: { ...rest, cell: { ...cell, table } } }
          : { ...block, kind: "paragraph", details: rest },
      );
    }
  }
  return out;
}

/** The cells of one table together, and every other block by itself. */
function* runsOfCells(blocks: readonly ParsedBlock[]): Generator<ParsedBlock[]> {
  let run: ParsedBlock[] = [];
  const tableOf = (block: ParsedBlock | undefined) =>
    block?.kind === "cell" ? block.details?.cell?.table : undefined;
  for (const block of blocks) {
    const table = tableOf(block);
    if (run.length > 0 && (table === undefined || table !== tableOf(run[0]))) {
      yield run;
      run = [];
    }
    run.push(block);
  }
  if (run.length > 0) yield run;
}

/** The cells with rows and columns counted among those in which one begins, and spans cut where they meet; or null. */
function settledCells(cells: readonly Cell[]): Cell[] | null {
  const inOrder = cells.every((cell, index) => {
    const before = cells[index - 1];
    return !before || before.row < cell.row || (before.row === cell.row && before.column < cell.column);
  });
  if (!inOrder || cells.length === 0) return null;
  const rows = beginnings(cells.map(({ row }) => row));
  const columns = beginnings(cells.map(({ column }) => column));
  if (rows.length * columns.length > Math.max(SMALL_TABLE, cells.length * PLACES_PER_CELL)) return null;
  const grid = new TableGrid();
  const settled: Cell[] = [];
  for (const cell of cells) {
    const row = countBefore(rows, cell.row);
    const column = countBefore(columns, cell.column);
    if (grid.isTaken(row, column)) return null;
    const span = grid.free(row, column, {
      rowSpan: countBefore(rows, cell.row + cell.rowSpan) - row,
      columnSpan: countBefore(columns, cell.column + cell.columnSpan) - column,
    });
    grid.take(row, column, span);
    settled.push({ ...cell, row: row + 1, column: column + 1, ...span });
  }
  return settled;
}

const beginnings = (places: readonly number[]) => [...new Set(places)].sort((a, b) => a - b);

/** How many of `sorted` are below `value`. */
function countBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? value) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Which places of a table are taken, by cells that begin there or reach there. Rows and columns count from any number. */
export class TableGrid {
  readonly #rows: Set<number>[] = [];

  isTaken(row: number, column: number): boolean {
    return this.#rows[row]?.has(column) ?? false;
  }

  /** As much of `span` from here as is free. */
  free(row: number, column: number, span: Span): Span {
    let columnSpan = 1;
    while (columnSpan < span.columnSpan && !this.isTaken(row, column + columnSpan)) columnSpan += 1;
    const isFree = (below: number) => {
      for (let at = 0; at < columnSpan; at += 1) if (this.isTaken(below, column + at)) return false;
      return true;
    };
    let rowSpan = 1;
    while (rowSpan < span.rowSpan && isFree(row + rowSpan)) rowSpan += 1;
    return { columnSpan, rowSpan };
  }

  take(row: number, column: number, { columnSpan, rowSpan }: Span): void {
    for (let down = row; down < row + rowSpan; down += 1) {
      let places = this.#rows[down];
      if (!places) {
        places = new Set();
        this.#rows[down] = places;
      }
      for (let across = column; across < column + columnSpan; across += 1) places.add(across);
    }
  }
}
