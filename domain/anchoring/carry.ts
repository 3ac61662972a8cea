import { type Alignment, align } from "./alignment.ts";
import { BEGINS } from "./beginnings.ts";
import { differencesBetween, type TextPart } from "./differences.ts";
import { beginsEnough, edgesOf, type Span } from "./edges.ts";
import { fold } from "./fold.ts";
import { numbersDiffer } from "./number-edges.ts";
import type { Candidate, Carried, Evidence, Outcome } from "./outcome.ts";
import { type Tokens, tokensOf, Vocabulary } from "./passage-tokens.ts";
import { type LikelySpan, PassagesLike } from "./passages-like.ts";
import { Twins } from "./twins.ts";

/**
 * Carries anchors from one version of a text to the next. An anchor is placed only where the same words stand (width,
 * case, punctuation marks and white space aside; a digit is never aside) and nothing else could be meant; a passage whose
 * words differ, or whose whole sentence has got more words at its edge, is `changed`. Never throws; outcomes come in the
 * anchors' order. Offsets are code points. About linear in both texts.
 */
export function carry(anchors: readonly Carried[], before: string, after: string): Outcome[] {
  const texts = new TextPair(before, after);
  return anchors.map((anchor) => texts.carry(anchor));
}

/** Likeness from which a passage in its old neighbourhood counts as the same passage with other words. */
const MIN_CHANGED = 0.5;

class TextPair {
  readonly #before: Tokens;
  readonly #after: Tokens;
  readonly #alignment: Alignment;
  readonly #twins: Twins;
  readonly #like: PassagesLike;
  readonly #beforePoints: readonly string[];
  readonly #afterPoints: readonly string[];

  constructor(before: string, after: string) {
    const vocabulary = new Vocabulary();
    this.#before = tokensOf(before, vocabulary);
    this.#after = tokensOf(after, vocabulary);
    this.#beforePoints = [...before];
    this.#afterPoints = [...after];
    this.#alignment = align(this.#before, this.#after);
    const texts = { before: this.#before, after: this.#after, alignment: this.#alignment, vocabulary };
    this.#twins = new Twins(texts);
    this.#like = new PassagesLike(texts);
  }

  carry(anchor: Carried): Outcome {
    const { start, end, exact } = anchor;
    const passage = {
      from: firstEndingAfter(this.#before, start),
      to: firstStartingAt(this.#before, end),
    };
    if (passage.from >= passage.to) return { state: "needsPlacing", candidates: [] };
    if (this.#beforePoints.slice(start, end).join("") !== exact) return this.#offered(anchor, passage, false);
    const place = this.#twins.placeOf(passage.from, passage.to);
    if (typeof place === "string") return this.#offered(anchor, passage, place === "nowhere");
    return this.#placed(anchor, passage, place) ?? this.#offered(anchor, passage, true);
  }

  /** Null where the same words stand there and say something else, or another passage may be meant. */
  #placed(
    anchor: Carried,
    { from, to }: Span,
    { at, isOnlyCopy }: { at: number; isOnlyCopy: boolean },
  ): Outcome | null {
    if (this.#hasGrown(from, to, at)) return null;
    const { forward, backward, moved } = this.#alignment;
    const place = this.#placeOf(anchor, { from, to }, at);
    const words = this.#afterPoints.slice(place.start, place.end).join("");
    const isSame = words === anchor.exact;
    if (!isSame && foldedWords(words) !== foldedWords(anchor.exact)) return null;
    if (numbersDiffer(this.#beforePoints, anchor, this.#afterPoints, place)) return null;
    const why: Evidence = {
      words: isSame ? "equal" : "setOtherwise",
      isOnlyCopy,
      keepsBefore: backward[at - 1] === from - 1,
      keepsBehind: backward[at + to - from] === to,
      isElsewhere: forward[from] !== at || moved[from] === 1,
    };
    if (why.isElsewhere) {
      const isAlone = !why.keepsBefore && !why.keepsBehind;
      if (isAlone && !(isSame && this.#isWhole({ from, to }))) return null;
      if (this.#like.hasStandIn({ from, to })) return null;
    }
    return { state: isSame && !why.isElsewhere ? "exact" : "moved", ...place, why };
  }

  /** Where the anchor's own characters stand, if its tokens stand from token `at`: it may begin or end inside of one. */
  #placeOf(anchor: Carried, { from, to }: Span, at: number): TextPart {
    const [before, after] = [this.#before, this.#after];
    const lead = anchor.start - (before.starts[from] ?? 0);
    const tail = anchor.end - (before.ends[to - 1] ?? 0);
    const start = (after.starts[at] ?? 0) + lead;
    const end = (after.ends[at + to - from - 1] ?? 0) + tail;
    // White space at the quote's edges comes along where it stands there too.
    const isLike = (is: number, was: number) => this.#afterPoints[is] === this.#beforePoints[was];
    const leads = lead >= 0 || range(-lead).every((step) => isLike(start + step, anchor.start + step));
    const tails = tail <= 0 || range(tail).every((step) => isLike(end - 1 - step, anchor.end - 1 - step));
    return { start: leads ? start : start - lead, end: tails ? end : end - tail };
  }

  /**
   * Whether the passage says something else there, though its words stand: a whole line is part of a longer one, a whole
   * sentence has got words at its edge, or the words are broken over lines that were one (or the other way round).
   */
  #hasGrown(from: number, to: number, at: number): boolean {
    const { backward } = this.#alignment;
    const [before, after] = [this.#before.begins, this.#after.begins];
    for (let i = from + 1; i < to; i += 1)
      if (isLine(before[i]) !== isLine(after[at + i - from])) return true;
    const edges = edgesOf(this.#before, { from, to });
    const end = at + to - from;
    const isShort = (place: number, edge: number, isKept: boolean) =>
      !beginsEnough(this.#after, place, edge) && !(edge === BEGINS.sentence && isKept);
    const isNew = isShort(at, edges.start, backward[at - 1] === from - 1);
    return isNew || isShort(end, edges.end, backward[end] === to);
  }

  /** Whether the passage is a line or sentences, and no piece of one, whose words might be put in anywhere. */
  #isWhole(passage: Span): boolean {
    const { start, end } = edgesOf(this.#before, passage);
    return start !== BEGINS.nothing && end !== BEGINS.nothing;
  }

  /** @param isOther whether it is known that the words changed; false where it can only not be told where they are */
  #offered(anchor: Carried, passage: Span, isOther: boolean): Outcome {
    const { spans, isHere } = this.#like.find(passage);
    const [best] = spans;
    const candidates = spans.map((span) => this.#candidateAt(anchor, passage, span));
    if (!best) return { state: "gone", candidates };
    if (!isOther || !isHere || best.score < MIN_CHANGED) return { state: "needsPlacing", candidates };
    const differences = differencesBetween(this.#before, passage, this.#after, best);
    return { state: "changed", candidates, differences };
  }

  /** Where an edge of the anchor went through a token that is kept there, an edge of the candidate does too. */
  #candidateAt(anchor: Carried, { from, to }: Span, span: LikelySpan): Candidate {
    const { forward } = this.#alignment;
    const lead = Math.max(0, anchor.start - (this.#before.starts[from] ?? 0));
    const tail = Math.max(0, (this.#before.ends[to - 1] ?? 0) - anchor.end);
    const start = (this.#after.starts[span.from] ?? 0) + (forward[from] === span.from ? lead : 0);
    const end = (this.#after.ends[span.to - 1] ?? 0) - (forward[to - 1] === span.to - 1 ? tail : 0);
    return { start, end, score: span.score };
  }
}

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);

const isLine = (begins: number | undefined): boolean => begins === BEGINS.line;

const foldedWords = (text: string): string => fold(text).characters.join("");

/** The first token that ends after code point `offset`. */
function firstEndingAfter({ ends }: Tokens, offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first token that starts at or after code point `offset`. */
function firstStartingAt({ starts }: Tokens, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
