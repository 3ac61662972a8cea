import type { BlockMark, SourceBox, UNSURE_KINDS } from "#domain/block.ts";
import { SURE_FROM } from "#domain/machine-reading.ts";
import { codePointLength } from "#domain/offset.ts";
import type { PageBox } from "./page.ts";
import type { PlacedSymbol } from "./twins.ts";

type What = (typeof UNSURE_KINDS)[number];

/** Digits of every script with what parts them within one figure: `1,234.5`, `10:30`, `090-1234`, `1億2615万`. */
const FIGURE = /(?:\p{Nd}+(?:[.,，．：:/／・-]\p{Nd}+)*[十百千万億兆]*)+/gu;
const KANJI = "〇一二三四五六七八九十百千万億兆";
const UNIT =
  "[年月日時分秒人名円銭件回個台枚本冊頭羽匹軒戸棟社校国県市町村区票歳才代世割倍％%位度号条項章番点メキセミグトリヘワ]";
/** Kanji that are a figure: several together, or one that counts something. 一部 and 三重 are words. */
const KANJI_FIGURE = new RegExp(`[${KANJI}]{2,}|[${KANJI}](?=${UNIT})|〇`, "gu");
const LETTER = /^[\p{Script=Latin}'’-]$/u;

/** A character of a block's text, and what of a page it was read from; null for what was set between two lines. */
export interface ReadCharacter {
  text: string;
  symbol: PlacedSymbol | null;
  page: number;
}

/**
 * What of a block's text a person has to compare with its picture: every figure, and what the machine was not sure of
 * (whole words where words are spelled). In order; none overlap.
 */
export function unsureMarks(characters: readonly ReadCharacter[]): BlockMark[] {
  const kinds: (What | null)[] = characters.map(({ symbol }) => (isUnsure(symbol) ? "word" : null));
  spreadOverWords(characters, kinds);
  const text = characters.map((character) => character.text).join("");
  for (const pattern of [FIGURE, KANJI_FIGURE])
    for (const { index, 0: figure } of text.matchAll(pattern)) {
      const start = codePointLength(text.slice(0, index));
      kinds.fill("digit", start, start + codePointLength(figure));
    }
  return runsOf(kinds).map(({ start, end, what }) => {
    const box = around(characters.slice(start, end));
    return { type: "unsure", start, end, what, ...(box && { box }) };
  });
}

const isUnsure = (symbol: PlacedSymbol | null): boolean =>
  symbol !== null && (symbol.isDoubtful || symbol.confidence < SURE_FROM);

function spreadOverWords(characters: readonly ReadCharacter[], kinds: (What | null)[]): void {
  for (let from = 0; from < characters.length; from += 1) {
    let to = from;
    while (LETTER.test(characters[to]?.text ?? "")) to += 1;
    if (kinds.slice(from, to).includes("word")) kinds.fill("word", from, to);
    from = Math.max(from, to - 1);
  }
}

function runsOf(kinds: readonly (What | null)[]): { start: number; end: number; what: What }[] {
  const runs: { start: number; end: number; what: What }[] = [];
  for (const [at, what] of kinds.entries()) {
    const last = runs.at(-1);
    if (what === null) continue;
    if (last?.end === at && last.what === what) last.end = at + 1;
    else runs.push({ start: at, end: at + 1, what });
  }
  return runs;
}

/** Where the characters stand, on the page of the first of them; null where none were read from one. */
function around(characters: readonly ReadCharacter[]): SourceBox | null {
  const [first] = characters;
  if (!first) return null;
  const boxes = characters.flatMap(({ symbol, page }): PageBox[] =>
    symbol && page === first.page ? [symbol.box] : [],
  );
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { page: first.page, x, y, width: right - x, height: bottom - y };
}
