import { RefusedImport } from "../refused-import.ts";
import { childOf, elementsIn, type XmlElement } from "../xml-tree.ts";
import { isOn } from "./text-setting.ts";

/** A cell where it stands; columns count from 1. */
export interface TableCell {
  column: number;
  columnSpan: number;
  rowSpan: number;
  isHeader: boolean;
  content: XmlElement;
  /** What stands in cells that were merged into this one, which no program shows. */
  merged: XmlElement[];
}

const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;

/** The rows of a table, with the cells that begin in each. Deleted rows are left out, merged cells counted. */
export function tableRows(table: XmlElement): TableCell[][] {
  const rows: TableCell[][] = [];
  /** The cell of each column that cells below it may go on in. */
  const above = new Map<number, TableCell>();
  for (const row of flattened(table, "w:tr")) {
    const properties = childOf(row, "w:trPr");
    if (childOf(properties, "w:del")) continue;
    const isHeader = isOn(childOf(properties, "w:tblHeader"));
    const cells: TableCell[] = [];
    let column = 1 + spanOf(childOf(properties, "w:gridBefore"), 0);
    for (const content of flattened(row, "w:tc")) {
      const own = childOf(content, "w:tcPr");
      const columnSpan = spanOf(childOf(own, "w:gridSpan"), 1);
      const merge = childOf(own, "w:vMerge");
      const upper = above.get(column);
      if (column > MOST_COLUMNS) throw new RefusedImport("TOO_HARD");
      if (merge && merge.attributes.get("w:val") !== "restart" && upper) {
        upper.rowSpan = Math.min(upper.rowSpan + 1, MOST_ROWS);
        upper.merged.push(content);
      } else {
        const cell: TableCell = { column, columnSpan, rowSpan: 1, isHeader, content, merged: [] };
        cells.push(cell);
        above.set(column, cell);
      }
      column += columnSpan;
    }
    rows.push(cells);
  }
  return rows;
}

/** Rows and cells, also where they stand in something that marks them. */
function flattened(parent: XmlElement, name: string): XmlElement[] {
  return elementsIn(parent).flatMap((element) => {
    if (element.name === name) return [element];
    const isWrapper = ["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"].includes(element.name);
    return isWrapper ? flattened(element, name) : [];
  });
}

function spanOf(element: XmlElement | null, otherwise: number): number {
  const written = element?.attributes.get("w:val") ?? "";
  return /^\d{1,6}$/.test(written) ? Math.min(Number(written), MOST_COLUMNS) || otherwise : otherwise;
}
