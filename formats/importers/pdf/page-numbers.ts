const DASHES = "[-–—―~〜・|/]";
const LONE = new RegExp(`^${DASHES}*(?:p(?:age|\\.)?)?(\\d{1,4}|[ivxl]{1,6})(?:頁|ページ)?${DASHES}*$`, "iu");
/** What no row of a table says: `-3-`, `Page3`, `3頁`, `3/10`, `3of10`. */
const SURE = new RegExp(
  `^(?:${DASHES}+(?:\\d{1,4}|[ivxl]{1,6})${DASHES}+|p(?:age|\\.)\\d{1,4}|\\d{1,4}(?:頁|ページ)|(?:p(?:age|\\.)?)?\\d{1,4}(?:/|of)\\d{1,4}(?:頁|ページ)?)$`,
  "iu",
);

/** Whether a line says of itself that it is the number of a page. `text` is without white space, its digits are ASCII. */
export const saysPageNumber = (text: string): boolean => SURE.test(text);

/** The number that is all of a line, or null: `[1]` refers to something, and is none. */
export function loneNumber(text: string): number | null {
  const [, written] = LONE.exec(text) ?? [];
  if (written === undefined) return null;
  return /^\d/u.test(written) ? Number(written) : roman(written.toLowerCase());
}

const ROMAN: Record<string, number> = { i: 1, v: 5, x: 10, l: 50 };

function roman(written: string): number {
  const values = [...written].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** Those of some numbers, each on a page, that count as the pages do, or by two where a page shows two; else none. */
export function countingWithPages<On extends { page: number; value: number }>(numbers: readonly On[]): On[] {
  let best: On[] = [];
  for (const step of [1, 2]) {
    const byOffset = new Map<number, On[]>();
    for (const one of numbers) {
      const offset = one.value - step * one.page;
      const others = byOffset.get(offset);
      if (others) others.push(one);
      else byOffset.set(offset, [one]);
    }
    for (const group of byOffset.values()) if (group.length > best.length) best = group;
  }
  return new Set(best.map(({ page }) => page)).size >= 2 ? best : [];
}
