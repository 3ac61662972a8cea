import type { Block } from "../block.ts";
import { codePointLength, codePoints } from "../offset.ts";
import { describe } from "./describe.ts";
import { fold } from "./fold.ts";
import { type LikelyPlace, type Resolution, resolveQuote } from "./resolve-quote.ts";
import type { RangeSelector, TextPositionSelector, TextQuoteSelector, W3cSelector } from "./selector.ts";
import type { TextRange } from "./trim-range.ts";
import { type WholeText, wholeTextOf } from "./whole-text.ts";

/**
 * Finds what W3C selectors select in a revision. `selectors` are alternatives that select the same; they are tried from
 * cheap to costly (a position, the words, ranges and refinements) and each is proven by the quote, where one is given.
 * A position without any words proves nothing: it becomes a candidate.
 */
export function resolveSelectors(blocks: readonly Block[], selectors: readonly W3cSelector[]): Resolution {
  const answer = resolveIn(wholeTextOf(blocks), selectors);
  if (answer.state === "exact" || answer.state === "moved") {
    const described = describe(blocks, answer.range);
    return described.state === "exact" ? { state: answer.state, range: described.range } : described;
  }
  if (!("candidates" in answer)) return answer;
  const candidates = answer.candidates.flatMap(({ start, end, score, words }): LikelyPlace[] => {
    const described = describe(blocks, { start, end });
    return described.state === "exact" ? [{ ...described.range, score, words }] : [];
  });
  return candidates.length > 0 ? { state: answer.state, candidates } : { state: "gone" };
}

function partOf([whole]: WholeText, { start, end }: TextRange): WholeText {
  const text = [...whole.text].slice(start - whole.start, end - whole.start).join("");
  return [{ ...whole, text, start, end }];
}

function resolveIn(scope: WholeText, selectors: readonly W3cSelector[]): Resolution {
  const plain = selectors.filter(({ refinedBy }) => refinedBy === undefined);
  const alternatives = {
    quotes: plain.filter((one) => one.type === "TextQuoteSelector"),
    positions: plain.filter((one) => one.type === "TextPositionSelector"),
    others: selectors.filter((one) => one.refinedBy !== undefined || one.type === "RangeSelector"),
  };
  const answers: Resolution[] = [];
  for (const answer of answersOf(scope, alternatives)) {
    if ("range" in answer) return answer;
    answers.push(answer);
  }
  return answers.find((answer) => "candidates" in answer) ?? answers[0] ?? { state: "gone" };
}

interface Alternatives {
  quotes: readonly TextQuoteSelector[];
  positions: readonly TextPositionSelector[];
  others: readonly W3cSelector[];
}

function* answersOf(scope: WholeText, { quotes, positions, others }: Alternatives): Generator<Resolution> {
  for (const quote of quotes) {
    for (const position of positions) yield resolveWords(scope, quote, position);
    if (positions.length === 0) yield resolveWords(scope, quote);
  }
  for (const other of others) {
    const answer = other.refinedBy === undefined ? resolveOne(scope, other) : resolveRefined(scope, other);
    const isProven = quotes.length === 0 || quotes.some(({ exact }) => quotedBy(answer) === wordsOf(exact));
    if (isProven || !("range" in answer)) yield answer;
  }
  if (quotes.length === 0) for (const position of positions) yield resolveOne(scope, position);
}

function resolveWords(
  scope: WholeText,
  { exact, prefix, suffix }: TextQuoteSelector,
  position?: TextPositionSelector,
): Resolution {
  const [{ start: base }] = scope;
  const at = position && { start: base + position.start, end: base + position.end };
  return resolveQuote(scope, { exact, prefix, suffix, ...at });
}

const wordsOf = (text: string): string => fold(text).characters.join("");

const quotedBy = (answer: Resolution): string | null =>
  "range" in answer ? wordsOf(answer.range.exact) : null;

/** One selector without what refines it. */
function resolveOne(scope: WholeText, selector: W3cSelector): Resolution {
  switch (selector.type) {
    case "TextQuoteSelector":
      return resolveWords(scope, selector);
    case "TextPositionSelector":
      return unproven(scope, selector);
    case "RangeSelector":
      return resolveRange(scope, selector);
  }
}

/** A range is proven by the words at both its ends. */
function resolveRange(scope: WholeText, { startSelector, endSelector }: RangeSelector): Resolution {
  const from = resolveIn(scope, startSelector);
  const to = resolveIn(scope, endSelector);
  if (!("range" in from)) return from.state === "crosses_blocks" ? { state: "gone" } : from;
  if (!("range" in to)) return to.state === "crosses_blocks" ? { state: "gone" } : to;
  const described = describe(scope, { start: from.range.start, end: to.range.start });
  if (described.state !== "exact") return described;
  return { state: from.state === "exact" ? to.state : from.state, range: described.range };
}

/** What a position names, if it names anything, for a person to look at. */
function unproven(scope: WholeText, position: TextPositionSelector): Resolution {
  const range = rangeOf(scope, position);
  const described = range && describe(scope, range);
  if (described?.state !== "exact") return { state: "gone" };
  return { state: "needsPlacing", candidates: [{ ...described.range, score: UNPROVEN }] };
}

/** What a position says without any word to prove it is as likely wrong as right. */
const UNPROVEN = 0.5;

function rangeOf([{ start: base, end }]: WholeText, position: TextPositionSelector): TextRange | null {
  const range = { start: codePoints(base + position.start), end: codePoints(base + position.end) };
  return range.end <= end && range.start < range.end ? range : null;
}

/** Section 4.2.3: `refinedBy` selects again, in what the selector itself selects. */
function resolveRefined(scope: WholeText, { refinedBy = [], ...outer }: W3cSelector): Resolution {
  if (outer.type === "TextPositionSelector") {
    const range = rangeOf(scope, outer);
    return range ? resolveIn(partOf(scope, range), refinedBy) : { state: "gone" };
  }
  const found = resolveOne(scope, outer);
  if (!("range" in found)) return found;
  if (refinedBy.length === 0)
    return { state: "needsPlacing", candidates: [{ ...found.range, score: UNPROVEN }] };
  const isQuoted = outer.type === "TextQuoteSelector" && found.state === "exact";
  if (!isQuoted) return resolveIn(partOf(scope, found.range), refinedBy);
  // Letter for letter as quoted, so that a position in it is proven too; only an anchor was trimmed, its quote was not.
  const trimmed = outer.exact.indexOf(found.range.exact);
  const start = codePoints(found.range.start - codePointLength(outer.exact.slice(0, trimmed)));
  const part = partOf(scope, { start, end: codePoints(start + codePointLength(outer.exact)) });
  const answer = resolveIn(part, refinedBy);
  const [position] = refinedBy.filter((one) => one.type === "TextPositionSelector" && !one.refinedBy);
  if ("range" in answer || position?.type !== "TextPositionSelector") return answer;
  if (refinedBy.some((one) => one.type === "TextQuoteSelector")) return answer;
  const range = rangeOf(part, position);
  return range ? describe(part, range) : { state: "gone" };
}
