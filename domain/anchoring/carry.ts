import { type Alignment, align } from "./alignment.ts";
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

export function carry(anchors: readonly Carried[], before: string, after: string): Outcome[] {
  const texts = new TextPair(before, after);
  return anchors.map((anchor) => texts.carry(anchor));
}

class TextPair {
  readonly #before: Tokens;
  readonly #after: Tokens;
  readonly #alignment: Alignment;
  readonly #twins: Twins;
  readonly #like: PassagesLike;
  readonly #afterPoints: readonly string[];
  readonly #beforePoints: readonly string[];

  constructor(before: string, after: string) {
    const vocabulary = new Vocabulary();
    this.#before = tokensOf(before, vocabulary);
    this.#after = tokensOf(after, vocabulary);
    this.#beforePoints = [...before];
    this.#afterPoints = [...after];
    this.#alignment = align(this.#before, this.#after);
    this.#twins = new Twins(this.#before.ids, this.#after.ids);
    this.#like = new PassagesLike(this.#before, this.#after, this.#alignment);
  }

  carry(anchor: Carried): Outcome {
    const from = firstEndingAfter(this.#before, anchor.start);
    const to = firstStartingAt(this.#before, anchor.end);
    if (from >= to) return { state: "needsPlacing", candidates: [] };
    const placed = this.#placed(anchor, from, to);
    if (placed) return placed;
    return this.#offered(anchor, from, to);
  }

  #placed(anchor: Carried, from: number, to: number): Outcome | null {
    const { forward, moved } = this.#alignment;
    const at = this.#twins.placeOf(from, to, forward);
    if (at < 0 || this.#hasGrown(from, to, at)) return null;
    const start =
      (this.#after.starts[at] ?? 0) + Math.max(0, anchor.start - (this.#before.starts[from] ?? 0));
    const cut = Math.max(0, (this.#before.ends[to - 1] ?? 0) - anchor.end);
    const end = (this.#after.ends[at + to - from - 1] ?? 0) - cut;
    const isSame = this.#afterPoints.slice(start, end).join("") === anchor.exact;
    const stays = forward[from] === at && !moved[from];
    return { state: isSame && stays ? "exact" : "moved", start, end };
  }

  /** Whether a whole sentence or line has got words at its edge: it says something else, though its words stand. */
  #hasGrown(from: number, to: number, at: number): boolean {
    const end = at + to - from;
    const [before, after] = [this.#before, this.#after];
    if (before.begins[from] && !after.begins[at] && this.#alignment.backward[at - 1] !== from - 1)
      return true;
    const wasEnd = to === before.ids.length || before.begins[to];
    const isEnd = end === after.ids.length || after.begins[end];
    return Boolean(wasEnd && !isEnd && this.#alignment.backward[end] !== to);
  }

  #offered(anchor: Carried, from: number, to: number): Outcome {
    const candidates = this.#like.find({ from, to });
    const best = candidates[0];
    if (!best) return { state: "gone", candidates: [] };
    void anchor;
    return { state: best.score >= 0.5 ? "changed" : "needsPlacing", candidates };
  }
}

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
