import type { Block } from "../block.ts";
import { codePoints } from "../offset.ts";
import { alignTokens } from "./alignment.ts";
import { BEGINS } from "./beginnings.ts";
import type { Span } from "./edges.ts";
import { likeness, type Weighed, weighed } from "./likeness.ts";
import { keptTogether } from "./mapped-span.ts";
import type { Occurrence } from "./occurrences.ts";
import { type Tokens, tokensOf, Vocabulary } from "./passage-tokens.ts";

/** A place where words like the quoted stand; `likeness` from 0 to 1. */
export interface SimilarPlace extends Occurrence {
  likeness: number;
}

/** Words that share less than this are other words. */
const MIN_LIKENESS = 0.5;
/** So many tokens at an edge of a quote may have been replaced: a number, a date, a name. */
const MAX_REPLACED = 4;
/** How many blocks are looked at closely. */
const MAX_BLOCKS = 8;
/** Words in more places than this tell no place from another. */
const MAX_PLACES = 50;

interface TokenIndex {
  vocabulary: Vocabulary;
  tokens: Tokens[];
  /** For each token the blocks it stands in, once for each time. */
  places: Map<number, number[]>;
}

/** Revisions do not change, and an import asks thousands of times: each is read once. */
const known = new WeakMap<readonly Block[], TokenIndex>();

function indexOf(blocks: readonly Block[]): TokenIndex {
  const before = known.get(blocks);
  if (before) return before;
  const vocabulary = new Vocabulary();
  const tokens = blocks.map((block) => tokensOf(block.text, vocabulary));
  const places = new Map<number, number[]>();
  tokens.forEach(({ ids }, block) => {
    for (const id of ids) {
      const there = places.get(id);
      if (there) there.push(block);
      else places.set(id, [block]);
    }
  });
  const index = { vocabulary, tokens, places };
  known.set(blocks, index);
  return index;
}

/**
 * Where words like `exact` stand, each inside one block, the most alike first: what is left of a quote whose words were
 * edited. A guess, and only ever offered as one.
 */
export function similarPlaces(blocks: readonly Block[], exact: string): SimilarPlace[] {
  const index = indexOf(blocks);
  const quote = tokensOf(exact, index.vocabulary);
  const whole = { from: 0, to: quote.ids.length };
  const words = weighed(quote.ids, whole, index.vocabulary);
  return votedBlocks(index, quote)
    .flatMap((at): SimilarPlace[] => {
      const [block, tokens] = [blocks[at], index.tokens[at]];
      const place =
        block && tokens ? bestIn(block, tokens, { quote, words, vocabulary: index.vocabulary }) : null;
      return place ? [place] : [];
    })
    .sort((a, b) => b.likeness - a.likeness);
}

/** The blocks that share most of the quote's rarer words. */
function votedBlocks({ places }: TokenIndex, { ids }: Tokens): number[] {
  const votes = new Map<number, number>();
  for (const id of new Set(ids)) {
    const there = places.get(id) ?? [];
    if (there.length > MAX_PLACES) continue;
    for (const block of new Set(there)) votes.set(block, (votes.get(block) ?? 0) + 1 / there.length);
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return ranked.slice(0, MAX_BLOCKS).map(([block]) => block);
}

function bestIn(
  block: Block,
  tokens: Tokens,
  { quote, words, vocabulary }: { quote: Tokens; words: Weighed; vocabulary: Vocabulary },
): SimilarPlace | null {
  const forward = alignTokens(quote.ids, tokens.ids);
  const kept = keptTogether(quote, tokens, forward, { from: 0, to: quote.ids.length });
  if (!kept) return null;
  const span = withReplacedEdges(kept, forward, tokens, block.text);
  const alike = likeness(words, tokens.ids, span, vocabulary);
  if (alike < MIN_LIKENESS) return null;
  const start = codePoints(tokens.starts[span.from] ?? 0);
  const end = codePoints(tokens.ends[span.to - 1] ?? 0);
  return { block, local: { start, end }, likeness: alike };
}

const WORD = /^[\p{L}\p{N}]$/u;

/**
 * The words at a quote's edges that are not there any more were most likely replaced, one for one: the number a quote
 * began with is another number now, and belongs to what is offered. Only words are taken in, and none of another
 * sentence.
 */
function withReplacedEdges({ from, to }: Span, forward: Int32Array, tokens: Tokens, text: string): Span {
  const lostBefore = forward.indexOf(from);
  const lostBehind = forward.length - 1 - forward.lastIndexOf(to - 1);
  const points = [...text];
  const isWord = (at: number) => WORD.test(points[tokens.starts[at] ?? -1] ?? "");
  const span = { from, to };
  if (lostBefore <= MAX_REPLACED)
    while (
      from - span.from < lostBefore &&
      tokens.begins[span.from] === BEGINS.nothing &&
      isWord(span.from - 1)
    )
      span.from -= 1;
  if (lostBehind <= MAX_REPLACED)
    while (span.to - to < lostBehind && tokens.begins[span.to] === BEGINS.nothing && isWord(span.to))
      span.to += 1;
  return span;
}
