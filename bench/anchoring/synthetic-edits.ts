import type { Chance } from "../history/chance.ts";
import type { TracedPoint, TracedText } from "./traced-text.ts";

/** A way to edit a text, as `../shared/research/performance.md` section 2 has them. */
export interface Scenario {
  name: string;
  /** The share of words deleted, added to or replaced. */
  words?: number;
  /** The share of paragraphs that go elsewhere. */
  moved?: number;
  /** The share of paragraphs deleted. */
  deleted?: number;
  /** Whether width and punctuation change everywhere. */
  isReset?: boolean;
  /** Whether readings of kanji go. */
  isWithoutRuby?: boolean;
}

export const SCENARIOS: readonly Scenario[] = [
  { name: "W1", words: 0.01 },
  { name: "W5", words: 0.05 },
  { name: "W20", words: 0.2 },
  { name: "R5", moved: 0.05 },
  { name: "R20", moved: 0.2 },
  { name: "N", isReset: true },
  { name: "U", isWithoutRuby: true },
  { name: "M1", words: 0.01, moved: 0.01, isReset: true, isWithoutRuby: true },
  { name: "M5", words: 0.05, moved: 0.05, isReset: true, isWithoutRuby: true },
  { name: "M20", words: 0.2, moved: 0.2, isReset: true, isWithoutRuby: true },
  { name: "D20", deleted: 0.2, words: 0.05 },
  { name: "DM20", deleted: 0.2, words: 0.1, moved: 0.1, isReset: true, isWithoutRuby: true },
];

/** `text` after the edits of `scenario`. */
export function edited(text: TracedText, scenario: Scenario, chance: Chance): TracedText {
  const { words = 0, moved = 0, deleted = 0, isReset = false, isWithoutRuby = false } = scenario;
  let lines = deleted > 0 ? text.filter((line) => line.length === 0 || !chance.is(deleted)) : text;
  if (words > 0) {
    const vocabulary = wordsOf(lines);
    lines = lines.map((line) => editedLine(line, words, vocabulary, chance));
  }
  if (isWithoutRuby) lines = lines.map(withoutRuby);
  if (isReset) lines = resetLines(lines, chance);
  return moved > 0 ? withMoved(lines, moved, chance) : lines;
}

const segmenter = new Intl.Segmenter("ja", { granularity: "word" });

/** The words of a line, in order, with what stands between them. */
function segmentsOf(line: readonly TracedPoint[]): { points: TracedPoint[]; isWord: boolean }[] {
  let at = 0;
  return Array.from(segmenter.segment(line.map(({ point }) => point).join("")), ({ segment, isWordLike }) => {
    const points = line.slice(at, at + [...segment].length);
    at += points.length;
    return { points, isWord: isWordLike ?? false };
  });
}

function wordsOf(text: TracedText): string[][] {
  return text.flatMap((line) =>
    segmentsOf(line)
      .filter(({ isWord }) => isWord)
      .map(({ points }) => points.map(({ point }) => point)),
  );
}

/** Three of ten touched words are deleted, three get another before them, four are replaced. */
function editedLine(
  line: TracedPoint[],
  share: number,
  vocabulary: string[][],
  chance: Chance,
): TracedPoint[] {
  return segmentsOf(line).flatMap(({ points, isWord }) => {
    if (!isWord || !chance.is(share)) return points;
    const what = chance.next();
    if (what < 0.3) return [];
    const word = chance.one(vocabulary) ?? [];
    const put = (origin: number) => word.map((point) => ({ point, origin, isKept: false }));
    if (what < 0.6) {
      const gap = /[a-z]$/i.test(word.at(-1) ?? "") ? [{ point: " ", origin: -1, isKept: false }] : [];
      return [...put(-1), ...gap, ...points];
    }
    return put(points[0]?.origin ?? -1).map((one, at) => ({
      ...one,
      origin: points[at]?.origin ?? points.at(-1)?.origin ?? -1,
    }));
  });
}

function withoutRuby(line: TracedPoint[]): TracedPoint[] {
  let isReading = false;
  return line.filter(({ point }) => {
    if (point === "《") isReading = true;
    const isOut = isReading;
    if (point === "》") isReading = false;
    return !isOut;
  });
}

const WIDE = (point: string) => String.fromCodePoint((point.codePointAt(0) ?? 0) + 0xfee0);
const NARROW = (point: string) => String.fromCodePoint((point.codePointAt(0) ?? 0) - 0xfee0);
const PUNCTUATION: readonly Record<string, string>[] = [
  {
    "、": "，",
    "。": "．",
    "“": '"',
    "”": '"',
    "’": "'",
    "—": "-",
    "–": "-",
    "「": "｢",
    "」": "｣",
    "・": "･",
  },
  { "，": "、", "．": "。", "'": "’", '"': "”", "-": "‐", "~": "〜", "!": "！", "?": "？" },
];

/** Nobody sets English in full-width letters. */
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** Width and punctuation are set otherwise everywhere, in one of several houses' styles. */
function resetLines(lines: TracedText, chance: Chance): TracedText {
  const isWide = chance.is(0.5);
  const marks = { ...PUNCTUATION[0], ...(chance.is(0.5) ? PUNCTUATION[1] : {}) };
  const reset = (point: string, isJapanese: boolean): string => {
    if (marks[point] !== undefined) return marks[point];
    if (isWide && isJapanese && /^[0-9A-Za-z%&+=()]$/.test(point)) return WIDE(point);
    if (!isWide && /^[０-９Ａ-Ｚａ-ｚ％（）：；]$/.test(point)) return NARROW(point);
    return point;
  };
  return lines.map((line) => {
    const isJapanese = line.some(({ point }) => JAPANESE.test(point));
    return line.map((one) => ({ ...one, point: reset(one.point, isJapanese) }));
  });
}

function withMoved(lines: TracedText, share: number, chance: Chance): TracedText {
  const stay: TracedText = [];
  const go: TracedText = [];
  for (const line of lines) (line.length > 0 && chance.is(share) ? go : stay).push(line);
  for (const line of go) stay.splice(chance.whole(0, stay.length), 0, line);
  return stay;
}
