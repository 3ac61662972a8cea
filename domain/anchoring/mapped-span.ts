import type { AlignedTexts } from "./alignment.ts";
import { BEGINS } from "./beginnings.ts";
import { beginsEnough, type Edges, edgesOf, lineAround, type Span } from "./edges.ts";
import type { Tokens } from "./passage-tokens.ts";

/** How far from the passage's kept words the next kept word is asked for, in tokens. */
export const REACH = 40;
/** Kept words further apart than this belong to different places, unless the passage is longer. */
const MIN_APART = 12;

/**
 * Where the alignment leads: the line with most of the passage's kept words, out to what the passage began and ended
 * with (a line, a sentence), or else to the next words that were kept beside it. Null where no word was kept.
 */
export function mappedSpan(texts: AlignedTexts, passage: Span): Span | null {
  const cluster = keptTogether(texts.before, texts.after, texts.alignment.forward, passage);
  if (!cluster) return null;
  const isOneLine = lineAround(texts.before, passage.from).to >= passage.to;
  const bounds = isOneLine ? lineAround(texts.after, cluster.from) : { from: 0, to: texts.after.ids.length };
  const edges = edgesOf(texts.before, passage);
  return {
    from: startOf(texts, { passage, cluster, bounds, edges }),
    to: endOf(texts, { passage, cluster, bounds, edges }),
  };
}

/** Kept words that stand close together; in one line where the passage was in one. */
export function keptTogether(
  before: Tokens,
  after: Tokens,
  forward: Int32Array,
  { from, to }: Span,
): Span | null {
  const kept = forward
    .slice(from, to)
    .filter((at) => at >= 0)
    .sort();
  const isOneLine = lineAround(before, from).to >= to;
  const apart = Math.max(MIN_APART, to - from);
  let best: Span | null = null;
  let most = 0;
  let count = 0;
  let first = 0;
  kept.forEach((at, index) => {
    const last = kept[index - 1] ?? at;
    if (index === 0 || at - last > apart || (isOneLine && crossesLine(after, last, at))) {
      count = 0;
      first = at;
    }
    count += 1;
    if (count > most) {
      most = count;
      best = { from: first, to: at + 1 };
    }
  });
  return best;
}

function crossesLine({ begins }: Tokens, from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at += 1) if (begins[at] === BEGINS.line) return true;
  return false;
}

/** How many tokens may stand where `lost` of the passage's own stood. */
const reachFor = (lost: number): number => Math.min(REACH, lost * 3 + 4);

interface Growth {
  passage: Span;
  cluster: Span;
  bounds: Span;
  edges: Edges;
}

function startOf({ after, alignment }: AlignedTexts, { passage, cluster, bounds, edges }: Growth): number {
  const { forward, backward } = alignment;
  if (edges.start !== BEGINS.nothing) {
    let at = cluster.from;
    while (at > bounds.from && !beginsEnough(after, at, edges.start)) at -= 1;
    return at;
  }
  const lost = (backward[cluster.from] ?? passage.from) - passage.from;
  if (lost <= 0) return cluster.from;
  for (let i = passage.from - 1; i >= 0 && passage.from - i <= REACH; i -= 1) {
    const at = forward[i] ?? -1;
    if (at < 0) continue;
    const isBeside = at < cluster.from && cluster.from - at <= reachFor(lost);
    return isBeside ? Math.max(at + 1, bounds.from) : cluster.from;
  }
  return cluster.from;
}

function endOf({ after, alignment }: AlignedTexts, { passage, cluster, bounds, edges }: Growth): number {
  const { forward, backward } = alignment;
  if (edges.end !== BEGINS.nothing) {
    let at = cluster.to;
    while (at < bounds.to && !beginsEnough(after, at, edges.end)) at += 1;
    return at;
  }
  const lost = passage.to - 1 - (backward[cluster.to - 1] ?? passage.to - 1);
  if (lost <= 0) return cluster.to;
  for (let i = passage.to; i < forward.length && i - passage.to < REACH; i += 1) {
    const at = forward[i] ?? -1;
    if (at < 0) continue;
    const isBeside = at >= cluster.to && at - cluster.to <= reachFor(lost);
    return isBeside ? Math.min(at, bounds.to) : cluster.to;
  }
  return cluster.to;
}
