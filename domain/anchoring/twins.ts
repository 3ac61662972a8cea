import type { AlignedTexts } from "./alignment.ts";
import { lineAround, type Span } from "./edges.ts";
import { neighboursGainsay } from "./neighbour-lines.ts";

/** How many tokens to either side are asked to tell two places of the same words apart. */
const VIEW = 96;
/** Quotes with more places than this are never placed by their words. */
const MAX_PLACES = 200;
/** Words that stand once in both texts and are not where they were guessed must be this many, in tokens. */
const MIN_ALONE = 5;
/** How many tokens around a place must agree where nothing else speaks for it. */
const MIN_LIKENESS = 8;

/**
 * The token of the later text at which the words surely stand, and whether they stand once in either text; or they stand
 * nowhere in it; or they do, and which place is meant can't be told.
 */
type Place = { at: number; isOnlyCopy: boolean } | "nowhere" | "unsure";

/**
 * Tells a passage from its twins: the same words elsewhere. An alignment of two texts is a good guess; a claim is
 * placed only where nothing else explains the text as well.
 */
export class Twins {
  readonly #texts: AlignedTexts;
  readonly #before: Int32Array;
  readonly #after: Int32Array;
  readonly #placesBefore: Map<number, number[]>;
  readonly #placesAfter: Map<number, number[]>;

  constructor(texts: AlignedTexts) {
    this.#texts = texts;
    this.#before = texts.before.ids;
    this.#after = texts.after.ids;
    this.#placesBefore = placesOfEach(this.#before);
    this.#placesAfter = placesOfEach(this.#after);
  }

  /**
   * Where in the later text tokens `from` to `to` of the earlier surely stand, as they are. The alignment is a guess at
   * it, which is not followed against what else is known, and whose gainsaying is heard.
   */
  placeOf(from: number, to: number): Place {
    const { forward } = this.#texts.alignment;
    const here = this.#places(this.#placesBefore, this.#before, from, to);
    const there = this.#places(this.#placesAfter, this.#after, from, to);
    if (!here || !there) return "unsure";
    const guess = guessOf(from, to, forward);
    const [only, ...others] = there;
    if (only === undefined) return "nowhere";
    if (others.length === 0 && here.length === 1) {
      const isKnown = only === guess || (to - from >= MIN_ALONE && !isTorn(from, to, only, forward));
      const isSure = isKnown && this.#isJoined({ from, to }, only);
      return isSure ? { at: only, isOnlyCopy: true } : "unsure";
    }
    const best = guess >= 0 ? guess : this.#mostAlike(from, to, there);
    const isSure =
      best >= 0 &&
      this.#isJoined({ from, to }, best) &&
      this.#isUnrivalled(from, to, best, { here, there, forward, isGuess: guess >= 0 });
    return isSure ? { at: best, isOnlyCopy: false } : "unsure";
  }

  #mostAlike(from: number, to: number, there: readonly number[]): number {
    let best = -1;
    let most = MIN_LIKENESS - 1;
    for (const place of there) {
      const likeness = this.#likeness(from, to, place);
      if (likeness > most) {
        most = likeness;
        best = place;
      }
    }
    return best;
  }

  /** Whether no other place looks as much like ours, and nothing else looks as much like that place. */
  #isUnrivalled(
    from: number,
    to: number,
    at: number,
    {
      here,
      there,
      forward,
      isGuess,
    }: { here: number[]; there: number[]; forward: Int32Array; isGuess: boolean },
  ): boolean {
    const passage = { from, to };
    if (!this.#isOnlyLine(passage, at) && neighboursGainsay(this.#texts, passage, at)) return false;
    const own = this.#likeness(from, to, at);
    for (const place of there) {
      if (place === at) continue;
      const rival = this.#likeness(from, to, place);
      if (rival > own) return false;
      // As alike, and not known to be somebody else's.
      if (rival === own && !(isGuess && here.some((twin) => twin !== from && forward[twin] === place)))
        return false;
    }
    for (const twin of here) {
      if (twin === from) continue;
      const rival = this.#likeness(twin, twin + to - from, at);
      if (rival > own) return false;
      if (rival === own && !(isGuess && (forward[twin] ?? -1) >= 0)) return false;
    }
    return own > 0;
  }

  /**
   * Whether a passage of several lines ends in the lines it did. Where the line at an edge is, as a whole, another line
   * of the earlier text, pieces that only read the same came together: a line between them was deleted or moved.
   */
  #isJoined({ from, to }: Span, at: number): boolean {
    const { before, after } = this.#texts;
    const first = lineAround(before, from);
    if (first.to >= to) return true;
    const last = lineAround(before, to - 1);
    return (
      this.#isNoOther(lineAround(after, at), first) &&
      this.#isNoOther(lineAround(after, at + to - from - 1), last)
    );
  }

  /** Whether `line` of the later text is `own` of the earlier, or no line of it. */
  #isNoOther(line: Span, own: Span): boolean {
    const isSame = (place: number) => {
      for (let at = line.from; at < line.to; at += 1)
        if (this.#after[at] !== this.#before[place + at - line.from]) return false;
      return true;
    };
    if (line.to - line.from === own.to - own.from && isSame(own.from)) return true;
    return !(this.#placesBefore.get(this.#after[line.from] ?? -1) ?? []).some(isSame);
  }

  /** Whether the whole line around the passage stands once in either text: it needs no neighbours to be known. */
  #isOnlyLine({ from, to }: Span, at: number): boolean {
    const line = lineAround(this.#texts.before, from);
    if (line.to < to) return false;
    const here = this.#places(this.#placesBefore, this.#before, line.from, line.to) ?? [];
    const there = this.#places(this.#placesAfter, this.#after, line.from, line.to) ?? [];
    return here.length === 1 && there.length === 1 && there[0] === at - (from - line.from);
  }

  /** The places of the words of `from` to `to` in a text; null where there are too many. */
  #places(places: Map<number, number[]>, ids: Int32Array, from: number, to: number): number[] | null {
    let rarest: number[] = [];
    let offset = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let i = from; i < to; i += 1) {
      const found = places.get(this.#before[i] ?? -1) ?? [];
      if (found.length < least) {
        least = found.length;
        rarest = found;
        offset = i - from;
      }
      if (least <= 1) break;
    }
    const found: number[] = [];
    for (const place of rarest) {
      if (!this.#stands(ids, place - offset, from, to)) continue;
      found.push(place - offset);
      if (found.length > MAX_PLACES) return null;
    }
    return found;
  }

  #stands(ids: Int32Array, at: number, from: number, to: number): boolean {
    if (at < 0 || at + to - from > ids.length) return false;
    for (let i = from; i < to; i += 1) if (ids[at + i - from] !== this.#before[i]) return false;
    return true;
  }

  /** How far the surroundings of two places of the same words agree, in tokens, each side up to `VIEW`. */
  #likeness(from: number, to: number, at: number): number {
    let left = 0;
    while (left < VIEW && sameAt(this.#before, from - 1 - left, this.#after, at - 1 - left)) left += 1;
    const end = at + to - from;
    let right = 0;
    while (right < VIEW && sameAt(this.#before, to + right, this.#after, end + right)) right += 1;
    return left + right;
  }
}

/** Where the alignment has all of the words side by side; -1 where it tore them apart. */
function guessOf(from: number, to: number, forward: Int32Array): number {
  const at = forward[from] ?? -1;
  for (let i = from; at >= 0 && i < to; i += 1) if (forward[i] !== at + i - from) return -1;
  return at;
}

/** Whether some of the words are known to stand elsewhere: what follows them here only reads the same. */
function isTorn(from: number, to: number, at: number, forward: Int32Array): boolean {
  for (let i = from; i < to; i += 1) {
    const is = forward[i] ?? -1;
    if (is >= 0 && is !== at + i - from) return true;
  }
  return false;
}

const sameAt = (a: Int32Array, at: number, b: Int32Array, is: number): boolean =>
  at >= 0 && is >= 0 && at < a.length && is < b.length && a[at] === b[is];

function placesOfEach(ids: Int32Array): Map<number, number[]> {
  const places = new Map<number, number[]>();
  ids.forEach((id, at) => {
    const known = places.get(id);
    if (known) known.push(at);
    else places.set(id, [at]);
  });
  return places;
}
