import type { AnchorRange } from "./anchor.ts";
import { carry } from "./anchoring/carry.ts";
import { describe } from "./anchoring/describe.ts";
import { fold } from "./anchoring/fold.ts";
import type { Carried, Evidence, Outcome } from "./anchoring/outcome.ts";
import { resolve } from "./anchoring/resolve.ts";
import type { Resolution } from "./anchoring/resolve-quote.ts";
import type { Block } from "./block.ts";
import { codePoints } from "./offset.ts";
import type { DraftOutcome, MoveEvidence, PlaceCandidate, WordDifference } from "./revision-draft.ts";

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
  /** Of `changed`: which words are others, in reading order. */
  differences: WordDifference[];
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
  // To compare two texts takes a while, whatever is asked of them.
  if (ranges.length === 0) return [];
  const outcomes = carry(ranges as readonly Carried[], before.text, after.text);
  return ranges.map((range, index) => {
    const outcome = outcomes[index] ?? { state: "needsPlacing" };
    return placed(range, outcome, after) ?? unplaced(outcome, after);
  });
}

/** What becomes of a claim without a place: where its words stand is offered, and a person has to say so. */
export function soughtClaim(
  { exact, prefix, suffix }: Pick<AnchorRange, "exact" | "prefix" | "suffix">,
  { blocks }: BlockText,
): CarriedClaim {
  const candidates = candidatesOf(resolve(blocks, { exact, prefix, suffix }));
  return { ...ASKED, candidates };
}

/** Nothing is known of where it is. */
export const ASKED: CarriedClaim = {
  outcome: "needsPlacing",
  after: null,
  why: null,
  candidates: [],
  differences: [],
};

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

/** A whole block as a passage; its words tell it apart, so that it needs no context. */
export const wholeBlock = ({ id, start, end, text }: Block): AnchorRange => ({
  blockId: id,
  start,
  end,
  exact: text,
  prefix: "",
  suffix: "",
});

/** True where two passages have the same words: width, case, punctuation marks and white space aside. */
export const sameWords = (one: string, other: string): boolean =>
  one === other || fold(one).characters.join("") === fold(other).characters.join("");

/** Null where a person is to be asked. */
function placed(
  range: AnchorRange,
  { state, start, end, why }: Outcome,
  after: BlockText,
): CarriedClaim | null {
  if ((state !== "exact" && state !== "moved") || start === undefined || end === undefined) return null;
  const described = describe(after.blocks, { start: codePoints(start), end: codePoints(end) });
  // Its edges may have been trimmed; the words must be the ones it had.
  if (described.state !== "exact" || !sameWords(described.range.exact, range.exact)) return null;
  const place = { after: described.range, candidates: [], differences: [] };
  if (state === "exact" && described.range.exact === range.exact)
    return { ...place, outcome: "exact", why: null };
  return { ...place, outcome: "moved", why: why ? evidenceOf(why) : null };
}

function unplaced(
  { state, start, end, candidates = [], differences = [] }: Outcome,
  after: BlockText,
): CarriedClaim {
  const places = start === undefined || end === undefined ? candidates : [{ start, end, score: 1 }];
  const found = places.flatMap((place) => partsOf(place, after.blocks));
  const [best] = found;
  if (state === "changed" && best) {
    const { score: _, ...range } = best;
    return { outcome: "changed", after: range, why: null, candidates: found, differences };
  }
  const outcome = state === "gone" && !best ? "gone" : "needsPlacing";
  return { ...ASKED, outcome, candidates: found };
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

function evidenceOf({ words, isOnlyCopy }: Evidence): MoveEvidence {
  if (words === "setOtherwise") return "respelled";
  return isOnlyCopy ? "only_place" : "surroundings";
}
