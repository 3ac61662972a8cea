import type { AnchorRange } from "./anchor.ts";
import { type Carried, carry, type Outcome } from "./anchoring/carry.ts";
import { describe } from "./anchoring/describe.ts";
import { fold } from "./anchoring/fold.ts";
import { resolve } from "./anchoring/resolve.ts";
import type { Resolution } from "./anchoring/resolve-quote.ts";
import { type Block, blockAround } from "./block.ts";
import { codePoints } from "./offset.ts";
import type { DraftOutcome, MoveEvidence, PlaceCandidate } from "./revision-draft.ts";

/** A text that claims are carried from or to. */
export interface BlockText {
  text: string;
  blocks: Block[];
}

/** What becomes of one claim in a later text; `after` as `DraftEntry` has it. */
export interface CarriedClaim {
  outcome: DraftOutcome;
  after: AnchorRange | null;
  why: MoveEvidence | null;
  /** The likeliest first; empty where it is placed without asking. */
  candidates: PlaceCandidate[];
}

/**
 * What becomes of claims that stand at `ranges` of `before` in `after`, in their order. Carrying knows texts and not
 * blocks: a passage that would go over a block's edge has no place, and its parts are offered instead.
 */
export function carriedClaims(
  ranges: readonly AnchorRange[],
  before: BlockText,
  after: BlockText,
): CarriedClaim[] {
  const outcomes = carry(ranges as readonly Carried[], before.text, after.text);
  return ranges.map((range, index) => {
    const outcome = outcomes[index] ?? { state: "needsPlacing" };
    return placed(range, outcome, before, after) ?? unplaced(outcome, after);
  });
}

/** What becomes of a claim without a place: where its words stand is offered, and a person has to say so. */
export function soughtClaim(
  { exact, prefix, suffix }: Pick<AnchorRange, "exact" | "prefix" | "suffix">,
  { blocks }: BlockText,
): CarriedClaim {
  const candidates = candidatesOf(resolve(blocks, { exact, prefix, suffix }));
  return { outcome: "needsPlacing", after: null, why: null, candidates };
}

/** The places a person may choose where a quote was looked for, the likeliest first. */
export function candidatesOf(found: Resolution): PlaceCandidate[] {
  switch (found.state) {
    case "exact":
    case "moved":
      return [{ ...found.range, score: 1 }];
    case "changed":
    case "needsPlacing":
      return found.candidates;
    default:
      return [];
  }
}

/** True where two passages have the same words: width, case, punctuation marks and white space aside. */
export const sameWords = (one: string, other: string): boolean =>
  one === other || fold(one).characters.join("") === fold(other).characters.join("");

/** Null where a person is to be asked. */
function placed(
  range: AnchorRange,
  { state, start, end }: Outcome,
  before: BlockText,
  after: BlockText,
): CarriedClaim | null {
  if ((state !== "exact" && state !== "moved") || start === undefined || end === undefined) return null;
  const described = describe(after.blocks, { start: codePoints(start), end: codePoints(end) });
  // Its edges may have been trimmed; the words must be the ones it had.
  if (described.state !== "exact" || !sameWords(described.range.exact, range.exact)) return null;
  const place = { after: described.range, candidates: [] };
  if (state === "exact" && described.range.exact === range.exact)
    return { ...place, outcome: "exact", why: null };
  return { ...place, outcome: "moved", why: evidenceOf(range, described.range, before, after) };
}

function unplaced({ state, start, end, candidates = [] }: Outcome, after: BlockText): CarriedClaim {
  const places = start === undefined || end === undefined ? candidates : [{ start, end, score: 1 }];
  const found = places.flatMap((place) => partsOf(place, after.blocks));
  const [best] = found;
  if (state === "changed" && best) {
    const { score: _, ...range } = best;
    return { outcome: "changed", after: range, why: null, candidates: found };
  }
  const outcome = state === "gone" && !best ? "gone" : "needsPlacing";
  return { outcome, after: null, why: null, candidates: found };
}

/** A candidate as it can be chosen: each block's share of it where it goes over an edge, the largest first. */
function partsOf(
  { start, end, score }: { start: number; end: number; score: number },
  blocks: readonly Block[],
): PlaceCandidate[] {
  return blocks
    .filter((block) => block.start < end && block.end > start)
    .flatMap((block) => {
      const from = codePoints(Math.max(start, block.start));
      const to = codePoints(Math.min(end, block.end));
      const described = describe(blocks, { start: from, end: to });
      const share = (to - from) / (end - start);
      return described.state === "exact" ? [{ ...described.range, score: score * share }] : [];
    })
    .sort((one, other) => other.score - one.score);
}

function evidenceOf(was: AnchorRange, is: AnchorRange, before: BlockText, after: BlockText): MoveEvidence {
  if (was.exact !== is.exact) return "respelled";
  const [from, to] = [blockAround(before.blocks, was), blockAround(after.blocks, is)];
  if (from && to && from.text === to.text && was.exact !== from.text) return "block_moved";
  return after.text.indexOf(is.exact) === after.text.lastIndexOf(is.exact) ? "only_place" : "surroundings";
}
