import { at, type PdfPage } from "./pdf.ts";

/** So far a page may reach to the right and down, in points: what stands outside it is none of its text. */
const ENTRIES = "/MediaBox[-100 -3000000 3000000 3000]";
const LEADING = 12;
const SENTENCE = "words of a line";

/** A page of so many pieces of text, each drawn by what its number says. */
const page = (draw: (index: number) => string) => (pieces: number) => ({
  draw: Array.from({ length: pieces }, (_, index) => draw(index)).join(""),
  entries: ENTRIES,
});
/** Pieces side by side, so many in a row. */
const inRows = (columns: number, draw: (column: number, y: number, index: number) => string) =>
  page((index) => draw(index % columns, 780 - Math.floor(index / columns) * LEADING, index));
/** A number from 0 to before 1 that looks like chance and is the same each time. */
const strewn = (index: number, salt: number): number => (Math.abs(Math.sin(index * 12.9898 + salt * 78.233)) * 43758.5453) % 1;
const turned = (x: number, y: number, direction: string, text: string): string =>
  at(0, 0, 10, text).replace("1 0 0 1 0 0 Tm", `${direction} ${x} ${y} Tm`);

/** Pages that nobody writes, of as many pieces as wanted: what they cost must grow with those, not with their square. */
export const HOSTILE_PAGES: readonly [name: string, page: (pieces: number) => PdfPage][] = [
  ["lines of one column", inRows(1, (_, y, index) => at(60, y, 10, `${SENTENCE} ${index}`))],
  ["lines of two columns", inRows(2, (column, y) => at(60 + column * 300, y, 10, SENTENCE))],
  ["words of two columns", inRows(16, (column, y) => at(60 + column * 30 + (column > 7 ? 60 : 0), y, 10, "words"))],
  ["lines of twelve columns", inRows(12, (column, y) => at(60 + column * 260, y, 10, SENTENCE))],
  ["cells that go on below", inRows(4, (column, y, index) => at(60 + column * 240, y, 8, `words that are ${index % 8 < 4 ? "so" : "not so long"}`))],
  ["one row", page((index) => at(index * 30, 700, 10, "word"))],
  ["rows that stand under one another's gaps", inRows(199, (column, y, index) => at(column * 14 + strewn(index, 1) * 6, y, 5, "w"))],
  ["stairs", inRows(50, (column, y) => at(column * 14 - y * 0.02, y, 5, "w"))],
  ["strewn pieces", page((index) => at(strewn(index, 1) * 600, strewn(index, 2) * 800, 8, `w${index}`))],
  ["strewn pieces of all sizes", page((index) => at(strewn(index, 1) * 600, strewn(index, 2) * 800, 1 + strewn(index, 3) * 12, `w${index % 50}`))],
  ["one place", page((index) => at(100, 100, 8, `w${index}`))],
  ["readings over one line", page((index) => (index % 2 ? at(60 + (index >> 1) * 10, 709, 5, "う", "J") : at(60 + (index >> 1) * 10, 700, 10, "裏", "J")))],
  ["readings over many lines", inRows(80, (column, y, index) => (index % 2 ? at(50 + column * 5, y * 2 + 9, 5, "う", "J") : at(60 + column * 5, y * 2, 10, "裏", "J")))],
  ["raised figures in one line", page((index) => (index % 2 ? at(71 + (index >> 1) * 14, 704, 6, "2") : at(60 + (index >> 1) * 14, 700, 10, "km")))],
  ["tiny letters among large ones", page((index) => at(strewn(index, 1) * 3000, 700 + strewn(index, 2) * 3, index % 2 ? 0.5 : 10, "w"))],
  ["turned lines", inRows(40, (column, y) => turned(60 + column * LEADING, y, "0 1 -1 0", "words"))],
  ["text at an angle", page((index) => turned(strewn(index, 1) * 600, strewn(index, 2) * 800, "0.7 0.7 -0.7 0.7", "words"))],
  ["letters set downwards one by one", inRows(30, (column, y) => at(60 + column * 17, y * 0.8, 10, "裏", "J"))],
  ["a heap of letters", page((index) => at(300 + strewn(index, 1), 300 + strewn(index, 2), 10, "裏取港市"[index % 4] ?? "", "J"))],
  ["vertical lines with upright numbers", inRows(30, (column, y, index) => at(60 + column * 17, y, 10, index % 3 ? "裏取" : "12", index % 3 ? "V" : "L"))],
  ["vertical letters that reach far down", inRows(30, (column, y) => at(60 + column * 17, y, 10, "裏", "V").replace("BT", "BT 90000 Tc"))],
  ["headings of all sizes", page((index) => at(60, 780 - index * 40, 12 + index, `A heading ${index}`))],
  ["items of a list", inRows(1, (_, y, index) => at(60, y, 10, `${index % 100}. ${SENTENCE}`))],
  ["notes", inRows(1, (_, y, index) => at(60, y, index % 2 ? 10 : 7, `${index % 2 ? "" : index % 999} ${SENTENCE}`))],
];
