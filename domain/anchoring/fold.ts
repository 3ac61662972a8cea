/**
 * A text as a reader takes it in, code point by code point, with the way back: what differs only in how it is set
 * (width, case, kind of quotation mark, of dash, of comma, white space, ruby) folds to the same.
 */
export interface FoldedText {
  /** Folded characters, each one code point. A space stands only where it divides two words or two numbers. */
  readonly characters: readonly string[];
  /** For each folded character, the code point in the text it comes from, and where that ends. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** What is set in several ways and means one thing. NFKC has brought width and ligatures together before this is asked. */
const ALIKE = new Map(
  Object.entries({
    '"': "“”„‟«»〝〞〟″「」『』",
    "'": "‘’‚‛′`´",
    "-": "‐‑‒–—―−─━",
    ",": "、،",
    ".": "。",
    "~": "〜～∼",
    "·": "・•‧∙",
    "[": "〔【",
    "]": "〕】",
  }).flatMap(([plain, variants]) => [...variants].map((variant) => [variant, plain] as const)),
);

const LEFT_OUT = /^[\s\p{Cf}｜]$/u;
/** Of what is left out, what a reader sees as a gap between two words. */
const GAP = /^[\s\u200b]$/u;
/** What belongs to the character before it: combining marks, and the half-width sound marks that NFKC joins. */
const JOINS = /^[\p{M}ﾞﾟ]$/u;
/** Choose another shape of the same letter; nobody reads them. */
const VARIATION = /^[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u;
const DIGIT = /^\p{Nd}$/u;
const LETTER = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]$/u;
/** What stands inside a number, a time or a date. */
const SEPARATOR = /^[.,:/]$/u;
const KANJI = /^[\p{Script=Han}々〆ヶ]$/u;
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー・]$/u;
/** Readings are short; a longer 《…》 is somebody's quotation mark. */
const MAX_READING = 20;

/**
 * Folds `text`. Linear; offsets are code points of `text`.
 *
 * White space is left out, as lines are broken anywhere in Japanese, but a single space stays between two letters of an
 * alphabet and between two digits: "now here" is not "nowhere", and "2020 12" is not "202012". Digits are never folded
 * away nor made: `10²` is not `102`, and `3。5` (a sentence's end) is not `3.5`.
 */
export function fold(text: string): FoldedText {
  const points = [...text];
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const push = (character: string, start: number, end: number) => {
    characters.push(character);
    starts.push(start);
    ends.push(end);
  };
  let isGap = false;
  for (let at = 0; at < points.length; ) {
    const point = points[at] ?? "";
    const afterReading = point === "《" ? readingEnd(points, at) : at;
    if (afterReading > at) {
      at = afterReading;
      continue;
    }
    let end = at + 1;
    while (end < points.length && JOINS.test(points[end] ?? "")) end += 1;
    if (LEFT_OUT.test(point)) isGap ||= GAP.test(point);
    else {
      const cluster = end === at + 1 ? point : points.slice(at, end).join("");
      const folded = isBetweenDigits(points, at) ? foldForm(cluster) : foldCluster(cluster);
      const last = ends.at(-1) ?? at;
      if (last < at && divides(characters, folded[0] ?? "", isGap)) push(" ", last, at);
      for (const character of folded) push(character, at, end);
      isGap = false;
    }
    at = end;
  }
  return { characters, starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** Whether what is left out behind `before` keeps two words or two numbers from being one. */
function divides(before: readonly string[], after: string, isGap: boolean): boolean {
  const last = before.at(-1) ?? "";
  if (DIGIT.test(last) && DIGIT.test(after)) return true;
  if (!isGap) return false;
  if (LETTER.test(last) && LETTER.test(after)) return true;
  if (DIGIT.test(last)) return SEPARATOR.test(after);
  return SEPARATOR.test(last) && DIGIT.test(before.at(-2) ?? "") && DIGIT.test(after);
}

/** A stop or comma between two digits is part of what the number says, so that only its width may differ. */
const isBetweenDigits = (points: readonly string[], at: number): boolean =>
  /^[。、،]$/u.test(points[at] ?? "") &&
  /^\p{Nd}$/u.test(points[at - 1] ?? "") &&
  /^\p{Nd}$/u.test(points[at + 1] ?? "");

const clusters = new Map<string, readonly string[]>();

/** Texts have few different characters, and normalising is dear: each is folded once. */
function foldCluster(cluster: string): readonly string[] {
  const known = clusters.get(cluster);
  if (known) return known;
  const folded = foldForm(cluster).map((character) => ALIKE.get(character) ?? character);
  if (clusters.size < 50_000) clusters.set(cluster, folded);
  return folded;
}

/** Width, ligatures and case. What is no digit becomes none: a circled or raised number stays what it is. */
function foldForm(cluster: string): readonly string[] {
  const normal = cluster.normalize("NFKC").toLowerCase();
  const makesDigit = /\p{Nd}/u.test(normal) && !/\p{Nd}/u.test(cluster);
  return [...(makesDigit ? cluster : normal)].filter(
    (character) => !LEFT_OUT.test(character) && !VARIATION.test(character),
  );
}

/** Where a reading in 《…》 that begins at `open` ends, exclusive; `open` itself where it is none. */
function readingEnd(points: readonly string[], open: number): number {
  if (!KANJI.test(points[open - 1] ?? "")) return open;
  for (let at = open + 1; at < points.length && at - open <= MAX_READING + 1; at += 1) {
    const point = points[at] ?? "";
    if (point === "》") return at > open + 1 ? at + 1 : open;
    if (!KANA.test(point)) return open;
  }
  return open;
}
