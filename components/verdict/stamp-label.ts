/** A stamp's word, broken so that it fits the stamp. */
export interface StampLabel {
  /** Vertical lines run from right to left, as Japanese does; the first is the first to be read. */
  lines: string[];
  isVertical: boolean;
  /** The longest line, in characters: what the size of the letters follows. */
  longest: number;
}

const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・]+$/u;

/** A word of up to three characters stands in one column; longer ones are split into two, the first the longer. */
const ONE_COLUMN = 3;

/** How a rating's label stands in a stamp: kanji and kana upright in columns, other scripts in up to two lines. */
export function stampLabel(label: string): StampLabel {
  const lines = CJK.test(label) ? columnsOf([...label]) : linesOf(label);
  return { lines, isVertical: CJK.test(label), longest: Math.max(...lines.map((line) => [...line].length)) };
}

function columnsOf(characters: string[]): string[] {
  if (characters.length <= ONE_COLUMN) return [characters.join("")];
  const half = Math.ceil(characters.length / 2);
  return [characters.slice(0, half).join(""), characters.slice(half).join("")];
}

/** Words in two lines whose lengths differ least. A single word stays whole. */
function linesOf(label: string): string[] {
  const words = label.trim().split(/\s+/);
  if (words.length === 1) return [label.trim()];
  const splits = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(" "), words.slice(index + 1).join(" ")]);
  const widest = (lines: string[]) => Math.max(...lines.map((line) => line.length));
  return splits.reduce((best, split) => (widest(split) < widest(best) ? split : best));
}
