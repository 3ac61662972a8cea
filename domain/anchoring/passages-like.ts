import type { Alignment } from "./alignment.ts";
import type { Tokens } from "./passage-tokens.ts";

/** A place a person may choose: code points in the later text, end exclusive; `score` from 0 to 1. */
export interface Candidate {
  start: number;
  end: number;
  score: number;
}

/** What was found for one passage, the best first. */
export interface Likely {
  candidates: Candidate[];
  /** Whether the best stands where the words around the passage are. */
  isHere: boolean;
}

/** A row of tokens, end exclusive. */
export interface Span {
  from: number;
  to: number;
}

/** More places than this are of no help to a person who must choose one. */
const MAX_CANDIDATES = 5;
/** Two passages that share less of their words than this are not one passage edited. */
const MIN_SCORE = 0.25;
/** How far from the passage's kept words the next kept word is asked for, in tokens. */
const REACH = 40;
/** An alignment knows the neighbourhood, which likeness of words does not: it may be this much less alike. */
const TRUST = 0.2;
/** Of two places in that neighbourhood the one with the passage's own edges is better by this. */
const EDGE = 0.06;
/** A whole sentence became a whole sentence rather than a piece of one. */
const WHOLE = 0.5;

/** Finds what became of passages whose words no longer stand as they were. Made once for a pair of texts. */
export class PassagesLike {
  readonly #before: Tokens;
  readonly #after: Tokens;
  readonly #alignment: Alignment;
  readonly #places = new Map<number, number[]>();

  constructor(before: Tokens, after: Tokens, alignment: Alignment) {
    this.#before = before;
    this.#after = after;
    this.#alignment = alignment;
    after.ids.forEach((id, at) => {
      const known = this.#places.get(id);
      if (known) known.push(at);
      else this.#places.set(id, [at]);
    });
  }

  /** Places in the later text that may be what became of `passage` of the earlier, the best first. */
  find(passage: Span): Likely {
    const mapped = this.#mapped(passage);
    const gap = this.#gap(passage);
    const spans = [...(mapped ? [mapped] : []), ...this.#sentencesIn(gap), ...this.#sentencesLike(passage)];
    const ranked = [...new Map(spans.map((span) => [`${span.from}:${span.to}`, span])).values()]
      .map((span) => this.#ranked(passage, span, mapped, gap))
      .filter(({ likeness }) => likeness >= MIN_SCORE)
      .sort((a, b) => b.rank - a.rank)
      .slice(0, MAX_CANDIDATES);
    const candidates = ranked.map(({ span, likeness }) => ({
      start: this.#after.starts[span.from] ?? 0,
      end: this.#after.ends[span.to - 1] ?? 0,
      score: Math.round(likeness * 1000) / 1000,
    }));
    return { candidates, isHere: ranked[0]?.isHere ?? false };
  }

  #ranked(passage: Span, span: Span, mapped: Span | null, gap: Span | null) {
    const likeness = this.#likeness(passage, span);
    const isHere = (mapped !== null && overlaps(span, mapped)) || (gap !== null && overlaps(span, gap));
    const isMapped = mapped !== null && span.from === mapped.from && span.to === mapped.to;
    const isWholeToo = isWhole(this.#before, passage) && isWhole(this.#after, span);
    const rank = likeness + (isHere ? TRUST : 0) + (isWholeToo ? WHOLE : 0) + (isMapped ? EDGE : 0);
    return { span, likeness, isHere, rank };
  }

  /** What stands between the kept words before and behind the passage; null where those are not in order. */
  #gap({ from, to }: Span): Span | null {
    const { forward } = this.#alignment;
    let left = from - 1;
    while (left >= 0 && from - left <= REACH && (forward[left] ?? -1) < 0) left -= 1;
    let right = to;
    while (right < forward.length && right - to < REACH && (forward[right] ?? -1) < 0) right += 1;
    const start = left < 0 ? 0 : (forward[left] ?? -1) + 1;
    const end = right >= forward.length ? this.#after.ids.length : (forward[right] ?? -1);
    const isNarrow = end - start <= (to - from) * 4 + REACH * 2;
    return start >= 0 && end > start && isNarrow ? { from: start, to: end } : null;
  }

  #sentencesIn(gap: Span | null): Span[] {
    const spans: Span[] = [];
    for (let from = gap?.from ?? 0; gap && from < gap.to && spans.length < MAX_CANDIDATES * 2; ) {
      const to = Math.min(this.#sentenceEnd(from), gap.to);
      spans.push({ from, to });
      from = to;
    }
    return spans;
  }

  /** Where the alignment leads: the thickest cluster of kept words, out to the next words that were kept beside it. */
  #mapped(passage: Span): Span | null {
    const cluster = this.#cluster(passage);
    if (!cluster) return null;
    return { from: this.#startOf(passage, cluster), to: this.#endOf(passage, cluster) };
  }

  #cluster({ from, to }: Span): Span | null {
    const { forward } = this.#alignment;
    const kept = Array.from(forward.subarray(from, to)).filter((at) => at >= 0);
    kept.sort((a, b) => a - b);
    const gap = Math.max(12, to - from);
    let best: number[] = [];
    let current: number[] = [];
    for (const at of kept) {
      if (current.length > 0 && at - (current.at(-1) ?? 0) > gap) current = [];
      current.push(at);
      if (current.length > best.length) best = current;
    }
    const [first] = best;
    return first === undefined ? null : { from: first, to: (best.at(-1) ?? first) + 1 };
  }

  #startOf({ from }: Span, cluster: Span): number {
    const { forward, backward } = this.#alignment;
    const { begins } = this.#after;
    const isFirst = backward[cluster.from] === from;
    if (isFirst && (begins[cluster.from] || !this.#before.begins[from])) return cluster.from;
    if (this.#before.begins[from]) {
      // A sentence begins where a sentence begins.
      for (let at = cluster.from; at >= 0 && cluster.from - at < REACH * 2; at -= 1) {
        if (begins[at]) return at;
        if (at < cluster.from && (backward[at] ?? -1) >= 0) break;
      }
    }
    if (isFirst) return cluster.from;
    for (let i = from - 1; i >= 0 && from - i <= REACH; i -= 1) {
      const at = forward[i] ?? -1;
      if (at < 0) continue;
      return at < cluster.from && cluster.from - at <= REACH ? at + 1 : cluster.from;
    }
    return cluster.from;
  }

  #endOf({ to }: Span, cluster: Span): number {
    const { forward, backward } = this.#alignment;
    if (backward[cluster.to - 1] === to - 1) return this.#grownEnd(to, cluster.to);
    const { begins, ids } = this.#after;
    if (to === this.#before.ids.length || this.#before.begins[to]) {
      for (let at = cluster.to; at - cluster.to < REACH * 2; at += 1) {
        if (at >= ids.length || begins[at]) return Math.min(at, ids.length);
        if ((backward[at] ?? -1) >= 0) break;
      }
    }
    for (let i = to; i < forward.length && i - to < REACH; i += 1) {
      const at = forward[i] ?? -1;
      if (at < 0) continue;
      return at >= cluster.to && at - cluster.to <= REACH ? at : cluster.to;
    }
    return cluster.to;
  }

  /** A whole sentence that got more words behind it reaches to where a sentence ends again. */
  #grownEnd(to: number, end: number): number {
    const { begins, ids } = this.#after;
    if (to < this.#before.ids.length && !this.#before.begins[to]) return end;
    for (let at = end; at - end < REACH * 2; at += 1) {
      if (at >= ids.length || begins[at]) return Math.min(at, ids.length);
      if ((this.#alignment.backward[at] ?? -1) >= 0) return end;
    }
    return end;
  }

  /** Sentences that share the passage's rarer words. */
  #sentencesLike(passage: Span): Span[] {
    const votes = new Map<number, number>();
    for (let i = passage.from; i < passage.to; i += 1) {
      const places = this.#places.get(this.#before.ids[i] ?? -1) ?? [];
      if (places.length > 50) continue;
      for (const at of places) {
        const from = this.#sentenceStart(at);
        votes.set(from, (votes.get(from) ?? 0) + 1 / places.length);
      }
    }
    return [...votes]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MAX_CANDIDATES * 2)
      .map(([from]) => ({ from, to: this.#sentenceEnd(from) }));
  }

  #sentenceStart(at: number): number {
    let from = at;
    while (from > 0 && !this.#after.begins[from]) from -= 1;
    return from;
  }

  #sentenceEnd(from: number): number {
    let to = from + 1;
    while (to < this.#after.ids.length && !this.#after.begins[to]) to += 1;
    return to;
  }

  /** How much of both passages' words is the same: Dice's measure over tokens, from 0 to 1. */
  #likeness(passage: Span, span: Span): number {
    const [here, there] = [countsOf(this.#before.ids, passage), countsOf(this.#after.ids, span)];
    let shared = 0;
    for (const [id, count] of here) shared += Math.min(count, there.get(id) ?? 0);
    const total = passage.to - passage.from + span.to - span.from;
    return (2 * shared) / total;
  }
}

const isWhole = ({ begins, ids }: Tokens, { from, to }: Span): boolean =>
  begins[from] !== 0 && (to >= ids.length || begins[to] !== 0);

const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

/** How often each token stands in a passage. */
function countsOf(ids: Int32Array, { from, to }: Span): Map<number, number> {
  const counts = new Map<number, number>();
  for (let at = from; at < to; at += 1) {
    const id = ids[at] ?? 0;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
