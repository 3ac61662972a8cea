import { endsClosed } from "./line-ends.ts";
import { widthOf } from "./line-width.ts";
import { indentOf, trimLine } from "./lines.ts";
import type { PlainLine } from "./plain-lines.ts";

/** Rows of a table among lines. */
export interface PlainTable {
  /** Index of the first line. */
  from: number;
  /** The words of its cells, row by row, empty ones among them: one row a line. */
  rows: string[][];
  hasHeader: boolean;
}

const LEAST_ROWS = { tabs: 2, spaces: 3 } as const;
const MOST_COLUMNS = 100;
/** More cells than an article may have blocks would only fill memory. */
const MOST_PLACES = 100_000;

/** The tables of a text by their first lines: rows parted by tabs, or by gaps that stand at the same columns in each. */
export function plainTables(lines: readonly PlainLine[]): Map<number, PlainTable> {
  const tables = new Map<number, PlainTable>();
  for (let at = 0; at < lines.length; ) {
    const tabbed = runOf(lines, at, hasTab);
    const rows = tabbed >= LEAST_ROWS.tabs ? tabRows(lines, at, tabbed) : null;
    if (rows) tables.set(at, { from: at, rows, hasHeader: hasHeader(rows) });
    if (tabbed > 0) {
      at += tabbed;
      continue;
    }
    const gapped = runOf(lines, at, hasGap);
    const aligned = gapped >= LEAST_ROWS.spaces ? gapRows(lines, at, gapped) : null;
    if (aligned) tables.set(at, { from: at, rows: aligned, hasHeader: hasHeader(aligned) });
    at += Math.max(1, gapped);
  }
  return tables;
}

function runOf(lines: readonly PlainLine[], from: number, isRow: (line: PlainLine) => boolean): number {
  let at = from;
  for (let line = lines[at]; line && isRow(line); line = lines[at]) at += 1;
  return at - from;
}

/** A list from a word processor has a tab behind the mark or number of each item, and nowhere else. */
const MARK_AND_TAB = /^(?:[^\p{L}\p{N}\s]|[(（]?[\p{L}\p{N}]{1,3}[.．)）、:：])\s*\t[^\t]*$/u;

function hasTab({ kind, raw }: PlainLine): boolean {
  if (kind === "blank" || kind === "rule" || !raw.includes("\t")) return false;
  const line = trimLine(raw);
  return line.includes("\t") && !MARK_AND_TAB.test(line);
}

/** Null where the rows do not agree on how many cells there are: a row may lack its last ones. */
function tabRows(lines: readonly PlainLine[], from: number, count: number): string[][] | null {
  const written = lines.slice(from, from + count).map(({ raw }) => raw);
  return (
    evenRows(written.map((raw) => raw.split("\t"))) ??
    evenRows(written.map((raw) => trimLine(raw).split(/\t+/u)))
  );
}

function evenRows(rows: readonly string[][]): string[][] | null {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  let columns = 0;
  for (const length of counts.keys()) if (length > columns) columns = length;
  const most = counts.get(columns) ?? 0;
  if (columns < 2 || columns > MOST_COLUMNS || most * 2 < rows.length) return null;
  if (columns * rows.length > MOST_PLACES) return null;
  return rows.map((row) => row.map(trimLine));
}

const GAP = /[ \u3000]{2,}/u;

function hasGap({ kind, text, start }: PlainLine): boolean {
  return kind === "text" && start !== "own" && text.length < 400 && GAP.test(text) && !endsClosed(text);
}

interface Field {
  text: string;
  /** Half-width columns, end exclusive. */
  start: number;
  end: number;
}

/** Null unless every row has as many fields, and each of them begins or ends at the same column in all rows. */
function gapRows(lines: readonly PlainLine[], from: number, count: number): string[][] | null {
  const rows = lines.slice(from, from + count).map(fieldsOf);
  const [first] = rows;
  if (!first || first.length > MOST_COLUMNS || first.length * count > MOST_PLACES) return null;
  if (/[：:]$/u.test(first[0]?.text ?? "")) return null;
  const isAligned = first.every(
    (field, column) =>
      rows.every((row) => row.length === first.length && row[column]?.start === field.start) ||
      rows.every((row) => row.length === first.length && row[column]?.end === field.end),
  );
  return isAligned ? rows.map((row) => row.map(({ text }) => text)) : null;
}

function fieldsOf({ raw, text }: PlainLine): Field[] {
  const fields: Field[] = [];
  let column = indentOf(raw);
  for (const part of text.split(/([ \u3000]{2,})/u)) {
    const end = column + widthOf(part);
    if (!GAP.test(part)) fields.push({ text: part, start: column, end });
    column = end;
  }
  return fields;
}

const HEADER =
  /^(?:|項目|区分|種別|名称|品名|氏名|年度?|月|順位|都道府県|国|内容|地域|Item|Name|Year|Month|Rank|Country|No\.?)$/iu;
const AMOUNT = /^[\p{Nd}\p{No}.,．，△▲−+\-()（）%％¥￥$€円人件台万億兆千百戸校回個歳]+$/u;

/** Whether the first row names the columns: it says so, or holds words above figures. */
function hasHeader([first = [], ...rest]: readonly string[][]): boolean {
  if (rest.length === 0 || first.some((cell) => AMOUNT.test(cell))) return false;
  if (HEADER.test(first[0] ?? "-")) return true;
  return first.some((_, column) => column > 0 && rest.every((row) => AMOUNT.test(row[column] ?? "")));
}
