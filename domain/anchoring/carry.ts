import { type Alignment, align } from "./alignment.ts";
import { BEGINS } from "./beginnings.ts";
import { beginsEnough, edgesOf, type Span } from "./edges.ts";
import { fold } from "./fold.ts";
import { type Tokens, tokensOf, Vocabulary } from "./passage-tokens.ts";
import { type Candidate, PassagesLike } from "./passages-like.ts";
import { Twins } from "./twins.ts";

/** A quote and where it stands in the earlier text: code points, end exclusive. */
export interface Carried {
  start: number;
  end: number;
  exact: string;
  prefix?: string | undefined;
  suffix?: string | undefined;
}

export type CarryState = "exact" | "moved" | "changed" | "needsPlacing" | "gone";

/**
 * What became of one anchor. `start` and `end` (code points in the later text) only where it is placed without asking:
 * `exact` and `moved`. Otherwise `candidates`, the best first, `score` from 0 to 1.
 */
export interface Outcome {
  state: CarryState;
  start?: number;
  end?: number;
  candidates?: Candidate[];
}

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
    this.#twins = new Twins(this.#before.ids, this.#after.ids);
    const texts = { before: this.#before, after: this.#after, alignment: this.#alignment, vocabulary };
    this.#like = new PassagesLike(texts);
  }

  carry(anchor: Carried): Outcome {
    const { start, end, exact } = anchor;
    const passage = {
      from: firstEndingAfter(this.#before, start),
      to: firstStartingAt(this.#before, end),
    };
    if (passage.from >= passage.to) return { state: "needsPlacing", candidates: [] };
    if (this.#beforePoints.slice(start, end).join("") !== exact) return this.#offered(passage, false);
    const at = this.#twins.placeOf(passage.from, passage.to, this.#alignment.forward);
    if (typeof at === "string") return this.#offered(passage, at === "nowhere");
    return this.#placed(anchor, passage, at) ?? this.#offered(passage, true);
  }

  /** Null where the same words stand there and say something else. */
  #placed(anchor: Carried, { from, to }: Span, at: number): Outcome | null {
    if (this.#hasGrown(from, to, at)) return null;
    const { forward, backward, moved } = this.#alignment;
    const cutBefore = Math.max(0, anchor.start - (this.#before.starts[from] ?? 0));
    const cutBehind = Math.max(0, (this.#before.ends[to - 1] ?? 0) - anchor.end);
    const start = (this.#after.starts[at] ?? 0) + cutBefore;
    const end = (this.#after.ends[at + to - from - 1] ?? 0) - cutBehind;
    const words = this.#afterPoints.slice(start, end).join("");
    const isSame = words === anchor.exact;
    if (!isSame && foldedWords(words) !== foldedWords(anchor.exact)) return null;
    const stays = forward[from] === at && !moved[from];
    if (!stays) {
      const isAccompanied = backward[at - 1] === from - 1 || backward[at + to - from] === to;
      if (!isSame && !isAccompanied) return null;
      if (this.#like.hasStandIn({ from, to })) return null;
    }
    return { state: isSame && stays ? "exact" : "moved", start, end };
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

  /** @param isOther whether it is known that the words changed; false where it can only not be told where they are */
  #offered(passage: Span, isOther: boolean): Outcome {
    const { candidates, isHere } = this.#like.find(passage);
    const [best] = candidates;
    if (!best) return { state: "gone", candidates };
    const isChanged = isOther && isHere && best.score >= MIN_CHANGED;
    return { state: isChanged ? "changed" : "needsPlacing", candidates };
  }
}

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
