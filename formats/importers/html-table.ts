import type { BlockDetails } from "#domain/block.ts";
import { TableGrid } from "#editor/table-grid.ts";
import { headingLevelOf } from "./html-elements.ts";
import { attributeOf, elementsOf, type HtmlElement } from "./html-tree.ts";

type Cell = NonNullable<BlockDetails["cell"]>;

const MOST_COLUMNS = 1000;
/** Places of a table that are laid out, empty ones and spans counted: more is a page built to exhaust its reader. */
const MOST_PLACES = 100_000;

export type HtmlTable =
  /** Its cells hold what they hold, as pages were once laid out by tables; `isNested`: it says that it is a table. */
  | { kind: "layout"; isNested: boolean }
  | { kind: "broken" }
  | { kind: "table"; cells: ReadonlyMap<HtmlElement, Omit<Cell, "table">> };

/** How a `<table>` is to be read. One with headings or other tables in it, or with one cell, only lays out a page. */
export function readTable(table: HtmlElement): HtmlTable {
  const inside = [...elementsOf(table, (element) => element.tagName !== "table")];
  const role = attributeOf(table, "role");
  const isNested = inside.some((element) => element.tagName === "table");
  const saysSo = inside.some(({ tagName }) => tagName === "th" || tagName === "caption");
  const rows = rowsOf(inside);
  const isLayout =
    role === "presentation" ||
    role === "none" ||
    isNested ||
    rows.flat().length < 2 ||
    inside.some((element) => headingLevelOf(element) !== null);
  if (isLayout) return { kind: "layout", isNested: isNested && saysSo };
  const cells = placed(rows);
  return cells ? { kind: "table", cells } : { kind: "broken" };
}

function rowsOf(inside: readonly HtmlElement[]): HtmlElement[][] {
  const rows: HtmlElement[][] = [];
  for (const element of inside) {
    if (element.tagName === "tr") rows.push([]);
    if (element.tagName === "td" || element.tagName === "th") rows.at(-1)?.push(element);
  }
  return rows;
}

function placed(rows: readonly (readonly HtmlElement[])[]): Map<HtmlElement, Omit<Cell, "table">> | null {
  const grid = new TableGrid();
  const cells = new Map<HtmlElement, Omit<Cell, "table">>();
  let places = 0;
  for (const [above, row] of rows.entries()) {
    let column = 1;
    for (const element of row) {
      while (grid.isTaken(above + 1, column)) column += 1;
      const wanted = {
        columnSpan: Math.min(spanOf(element, "colspan"), MOST_COLUMNS),
        rowSpan: Math.min(spanOf(element, "rowspan"), rows.length - above),
      };
      places += wanted.columnSpan * wanted.rowSpan;
      if (places > MOST_PLACES || column > MOST_COLUMNS) return null;
      const span = grid.free(above + 1, column, wanted);
      grid.take(above + 1, column, span);
      cells.set(element, { row: above + 1, column, isHeader: element.tagName === "th", ...span });
      column += span.columnSpan;
    }
  }
  return cells;
}

function spanOf(element: HtmlElement, name: string): number {
  const written = Number.parseInt(attributeOf(element, name) ?? "1", 10);
  return Math.max(written || 1, 1);
}
