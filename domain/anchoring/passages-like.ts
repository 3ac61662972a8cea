import type { AlignedTexts } from "./alignment.ts";
import { BEGINS } from "./beginnings.ts";
import { beginsEnough, type Edges, edgesOf, type Span } from "./edges.ts";
import { heldIn, likeness, type Weighed, weighed } from "./likeness.ts";
import { mappedSpan, REACH } from "./mapped-span.ts";
import type { Vocabulary } from "./passage-tokens.ts";
import { Units } from "./units.ts";

/** A row of tokens of the later text that may be what a passage became; `score` from 0 to 1. */
export interface LikelySpan extends Span {
  score: number;
}

/** What was found for one passage, the best first. */
export interface Likely {
  spans: LikelySpan[];
  /** Whether the best stands where the words around the passage are. */
  isHere: boolean;
}

/** More places than this are of no help to a person who must choose one. */
const MAX_CANDIDATES = 5;
/** Two passages that share less of their words than this are not one passage edited. */
const MIN_SCORE = 0.25;
/** An alignment knows the neighbourhood, which likeness of words does not: it may be this much less alike. */
const TRUST = 0.2;
/** Of two places in that neighbourhood the one with the passage's own edges is better by this. */
const EDGE = 0.06;
/** A whole line or sentence became a whole one rather than a piece of one. */
const WHOLE = 0.5;
/** Where so much of a passage's words stands in its old place, it may have stayed there. */
const MIN_STAND_IN = 0.7;
/** Words in more places than this tell no place from another. */
const MAX_PLACES = 50;
interface Texts extends AlignedTexts {
  vocabulary: Vocabulary;
}

interface Known {
  words: Weighed;
  edges: Edges;
  /** Where the alignment leads. */
  mapped: Span | null;
  /** What stands between the words that stood around the passage. */
  gap: Span | null;
}

/** Finds what became of passages whose words no longer stand as they were. Made once for a pair of texts. */
export class PassagesLike {
  readonly #texts: Texts;
  readonly #units: Units;
  readonly #places = new Map<number, number[]>();

  constructor(texts: Texts) {
    this.#texts = texts;
    this.#units = new Units(texts.after);
    texts.after.ids.forEach((id, at) => {
      const known = this.#places.get(id);
      if (known) known.push(at);
      else this.#places.set(id, [at]);
    });
  }

  /** Places in the later text that may be what became of `passage` of the earlier, the best first. */
  find(passage: Span): Likely {
    const edges = edgesOf(this.#texts.before, passage);
    const mapped = mappedSpan(this.#texts, passage);
    const gap = this.#gap(passage);
    const near = gap ? this.#units.in(gap, edges, MAX_CANDIDATES * 2) : [];
    const spans = [...(mapped ? [mapped] : []), ...near, ...this.#unitsLike(passage, edges)];
    const words = weighed(this.#texts.before.ids, passage, this.#texts.vocabulary);
    const ranked = [...new Map(spans.map((span) => [`${span.from}:${span.to}`, span])).values()]
      .map((span) => this.#ranked(span, { words, edges, mapped, gap }))
      .filter(({ alike }) => alike >= MIN_SCORE)
      .sort((a, b) => b.rank - a.rank)
      .slice(0, MAX_CANDIDATES);
    return {
      spans: ranked.map(({ span, alike }) => ({ ...span, score: Math.round(alike * 1000) / 1000 })),
      isHere: ranked[0]?.isHere ?? false,
    };
  }

  /**
   * Whether something much like `passage` stands where it stood. The same words elsewhere may then be a twin, and this
   * the passage with another number in it.
   */
  hasStandIn(passage: Span): boolean {
    const { before, after, alignment, vocabulary } = this.#texts;
    const { forward, moved } = alignment;
    const isFixed = (at: number) => (forward[at] ?? -1) >= 0 && !moved[at];
    let left = passage.from - 1;
    while (left >= 0 && !isFixed(left)) left -= 1;
    let right = passage.to;
    while (right < forward.length && !isFixed(right)) right += 1;
    const from = left < 0 ? 0 : (forward[left] ?? 0) + 1;
    const to = right >= forward.length ? after.ids.length : (forward[right] ?? 0);
    const words = weighed(before.ids, passage, vocabulary);
    const units = this.#units.in({ from, to }, edgesOf(before, passage), MAX_CANDIDATES * 2);
    return units.some((span) => heldIn(words, after.ids, span, vocabulary) >= MIN_STAND_IN);
  }

  #ranked(span: Span, { words, edges, mapped, gap }: Known) {
    const { after, vocabulary } = this.#texts;
    const alike = likeness(words, after.ids, span, vocabulary);
    const isHere = (mapped !== null && overlaps(span, mapped)) || (gap !== null && overlaps(span, gap));
    const isMapped = mapped !== null && span.from === mapped.from && span.to === mapped.to;
    const rank =
      alike + (isHere ? TRUST : 0) + (this.#isWholeToo(span, edges) ? WHOLE : 0) + (isMapped ? EDGE : 0);
    return { span, alike, isHere, rank };
  }

  #isWholeToo({ from, to }: Span, { start, end }: Edges): boolean {
    if (start === BEGINS.nothing || end === BEGINS.nothing) return false;
    const { after } = this.#texts;
    return beginsEnough(after, from, start) && beginsEnough(after, to, end);
  }

  /** What stands between the kept words before and behind the passage; null where those are not in order. */
  #gap({ from, to }: Span): Span | null {
    const { forward } = this.#texts.alignment;
    const length = this.#texts.after.ids.length;
    let left = from - 1;
    while (left >= 0 && from - left <= REACH && (forward[left] ?? -1) < 0) left -= 1;
    let right = to;
    while (right < forward.length && right - to < REACH && (forward[right] ?? -1) < 0) right += 1;
    const start = left < 0 ? 0 : (forward[left] ?? -1) + 1;
    const end = right >= forward.length ? length : (forward[right] ?? -1);
    const isNarrow = end - start <= (to - from) * 4 + REACH * 2;
    return start >= 0 && end > start && isNarrow ? { from: start, to: end } : null;
  }

  /** Lines or sentences that share the passage's rarer words. */
  #unitsLike(passage: Span, edges: Edges): Span[] {
    const votes = new Map<number, number>();
    for (let i = passage.from; i < passage.to; i += 1) {
      const places = this.#places.get(this.#texts.before.ids[i] ?? -1) ?? [];
      if (places.length > MAX_PLACES) continue;
      for (const at of places) {
        const { from } = this.#units.around(at, edges);
        votes.set(from, (votes.get(from) ?? 0) + 1 / places.length);
      }
    }
    return [...votes]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MAX_CANDIDATES * 2)
      .map(([from]) => this.#units.around(from, edges));
  }
}

const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;
