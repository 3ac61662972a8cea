const DELIMITER_ROW = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/;

/** The cells of a pipe table, row by row without the delimiter row; null where the paragraph is no table. */
export function tableCells(paragraph: string): string[] | null {
  const [head = "", delimiter = "", ...rows] = paragraph.split("\n").map((row) => row.trim());
  if (!head.includes("|") || !delimiter.includes("|") || !DELIMITER_ROW.test(delimiter)) return null;
  return [head, ...rows].flatMap((row) => row.replace(/^\|/, "").replace(/\|$/, "").split("|"));
}
