/**
 * A text as a reader takes it in, code point by code point, with the way back: what differs only in how it is set
 * (width, case, kind of quotation mark, of dash, of comma, white space, ruby) folds to the same.
 */
export interface FoldedText {
  /** Folded characters, each one code point. White space is left out. */
  readonly characters: readonly string[];
  /** For each folded character, the code point in the text it comes from, and where that ends. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** What is set in several ways and means one thing. NFKC has brought width and ligatures together before this is asked. */
const ALIKE = new Map(
  Object.entries({
    '"': "“”„‟«»〝〞〟″",
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

const SPACE = /^[\s\p{Cf}]$/u;
/** What belongs to the character before it: combining marks, and the half-width sound marks that NFKC joins. */
const JOINS = /^[\p{M}ﾞﾟ]$/u;
const KANJI = /^[\p{Script=Han}々〆ヶ]$/u;
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー・]$/u;
/** Readings are short; a longer 《…》 is somebody's quotation mark. */
const MAX_READING = 20;

/** Folds `text`. Linear; offsets are code points of `text`. */
export function fold(text: string): FoldedText {
  const points = [...text];
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < points.length; ) {
    const point = points[at] ?? "";
    const afterReading = point === "《" ? readingEnd(points, at) : at;
    if (afterReading > at) {
      at = afterReading;
      continue;
    }
    let end = at + 1;
    while (end < points.length && JOINS.test(points[end] ?? "")) end += 1;
    if (!SPACE.test(point) && point !== "｜") {
      for (const character of foldCluster(end === at + 1 ? point : points.slice(at, end).join(""))) {
        characters.push(character);
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  return { characters, starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

const clusters = new Map<string, readonly string[]>();

/** Texts have few different characters, and normalising is dear: each is folded once. */
function foldCluster(cluster: string): readonly string[] {
  const known = clusters.get(cluster);
  if (known) return known;
  const folded = [...cluster.normalize("NFKC").toLowerCase()]
    .filter((character) => !SPACE.test(character))
    .map((character) => ALIKE.get(character) ?? character);
  if (clusters.size < 50_000) clusters.set(cluster, folded);
  return folded;
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
