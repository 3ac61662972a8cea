import type { Block, BlockDetails } from "#domain/block.ts";
import type { ArticleCellNode, ArticleRowNode, ArticleTableNode } from "./article-document.ts";
import { TableGrid } from "./table-grid.ts";

/** The table of these cells, which `settledTables` has settled; a place no cell takes is a gap. */
export function tableNode(
  cells: readonly Block[],
  nodeOf: (cell: Block) => ArticleCellNode,
): ArticleTableNode {
  const grid = new TableGrid();
  const rows = rowsOf(cells);
  const width = Math.max(
    1,
    ...rows.map((row) => {
      const last = row.at(-1)?.details?.cell;
      return last ? last.column + last.columnSpan - 1 : 1;
    }),
  );
  const content = rows.map((row, index): ArticleRowNode => {
    const begins = new Map(row.map((cell) => [cell.details?.cell?.column, cell]));
    const nodes: ArticleRowNode["content"] = [];
    for (let column = 1; column <= width; column += 1) {
      const cell = begins.get(column);
      if (cell?.details?.cell) {
        nodes.push(nodeOf(cell));
        grid.take(index + 1, column, cell.details.cell);
      } else if (!grid.isTaken(index + 1, column)) nodes.push({ type: "gap" });
    }
    return { type: "tableRow", content: nodes };
  });
  return { type: "table", content };
}

/** A cell's place, by its block's id; null for a place without words. */
export type TablePlace = { id: string; isHeader: boolean; columnSpan: number; rowSpan: number } | null;

/** The places of a table row by row, without those that a span covers: what is drawn, whoever draws it. */
export const placesInRows = (cells: readonly Block[]): TablePlace[][] =>
  tableNode(cells, ({ id, details }) => {
    const { isHeader = false, columnSpan = 1, rowSpan = 1 } = details?.cell ?? {};
    return { type: "cell", attrs: { blockId: id, isHeader, columnSpan, rowSpan }, content: [] };
  }).content.map((row) =>
    row.content.map((node) => {
      if (node.type === "gap") return null;
      const { blockId, ...place } = node.attrs;
      return { id: blockId, ...place };
    }),
  );

function rowsOf(cells: readonly Block[]): Block[][] {
  const rows: Block[][] = [];
  let row: number | undefined;
  for (const cell of cells) {
    if (rows.length === 0 || cell.details?.cell?.row !== row) rows.push([]);
    rows.at(-1)?.push(cell);
    row = cell.details?.cell?.row;
  }
  return rows;
}

/** Where each cell of a table stands, by its block's id. Inverse of `tableNode`. */
export function placesOfTable(
  { content }: ArticleTableNode,
  table: number,
): [blockId: string, cell: NonNullable<BlockDetails["cell"]>][] {
  const grid = new TableGrid();
  return content.flatMap((row, index) => {
    let column = 1;
    return row.content.flatMap((node): ReturnType<typeof placesOfTable> => {
      while (grid.isTaken(index + 1, column)) column += 1;
      const from = column;
      if (node.type === "gap") {
        column += 1;
        return [];
      }
      const { blockId, isHeader, columnSpan, rowSpan } = node.attrs;
      grid.take(index + 1, from, { columnSpan, rowSpan });
      column += columnSpan;
      return [[blockId, { table, row: index + 1, column: from, isHeader, columnSpan, rowSpan }]];
    });
  });
}
