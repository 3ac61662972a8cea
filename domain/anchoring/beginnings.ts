/**
 * What begins at a token. A sentence surely ends at 。！？ and at any stop behind Japanese; behind Latin letters a point may
 * also end an abbreviation ("U.S."), and what stands behind it then goes on with the same sentence.
 */
export const BEGINS = { nothing: 0, sentence: 1, sureSentence: 2, line: 3 } as const;

const SURE_STOP = /^[。！？｡．]$/u;
const STOP = /^[!?]$/u;
const JAPANESE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々）」』]$/u;
/** What may stand between a stop and the next sentence, and belongs to the one before. */
const CLOSES = /^["'”’」』）)\]〕】》〉*_~>]$/u;

export interface Beginnings {
  /** What begins at each token, by `BEGINS`. */
  begins: Uint8Array;
  /** What ends with each token, by the same numbers; a line is not asked. */
  stops: Uint8Array;
}

/**
 * Where sentences and lines of a text begin and end.
 * @param points the text's code points; `starts` and `ends` of the tokens count them
 */
export function beginningsOf(
  points: readonly string[],
  starts: readonly number[],
  ends: readonly number[],
): Beginnings {
  const begins = new Uint8Array(starts.length);
  const stops = new Uint8Array(starts.length);
  let last = 0;
  starts.forEach((start, at) => {
    const isNewLine = at === 0 || hasLineBreak(points, last, start);
    const before = isNewLine ? BEGINS.nothing : (stops[at - 1] ?? 0);
    const closes = CLOSES.test(points[start] ?? "");
    begins[at] = isNewLine ? BEGINS.line : closes ? BEGINS.nothing : before;
    last = ends[at] ?? start;
    const stop = stopOf(points, last - 1);
    stops[at] = stop === BEGINS.nothing && closes ? before : stop;
  });
  return { begins, stops };
}

function hasLineBreak(points: readonly string[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (points[at] === "\n") return true;
  return false;
}

function stopOf(points: readonly string[], at: number): number {
  const point = points[at] ?? "";
  if (SURE_STOP.test(point)) return BEGINS.sureSentence;
  const isPoint = point === ".";
  if (!STOP.test(point) && !isPoint) return BEGINS.nothing;
  if (JAPANESE.test(points[at - 1] ?? "")) return BEGINS.sureSentence;
  return !isPoint || /^\s?$/u.test(points[at + 1] ?? "") ? BEGINS.sentence : BEGINS.nothing;
}
