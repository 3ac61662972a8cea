import { MAX_QUOTE_LENGTH } from "#domain/anchor.ts";
import { type W3cSelector, w3cSelectorsSchema } from "#domain/anchoring/selector.ts";
import type { AnnotatedWords, AnnotationNoteKind } from "#domain/annotation.ts";
import { codePointLength } from "#domain/offset.ts";
import { isObject } from "./json-value.ts";

/** What an annotation says of its place: usable, or why it is not. */
export type SaidPlace = { selectors: W3cSelector[]; words: AnnotatedWords } | { not: AnnotationNoteKind };

/** Fewer code points than this, with nothing around them, stand at any offset of another text by accident. */
const MIN_ALONE = 8;

/** Reads what stands at `selector`. Without words a place can't be proven, and no claim stands on unproven ground. */
export function saidPlace(selector: unknown): SaidPlace {
  const selectors = w3cSelectorsSchema.parse(selector);
  const words = wordsOf(selectors);
  if (!words || !/[\p{L}\p{N}\p{S}]/u.test(words.exact)) return { not: "no_words" };
  const length = codePointLength(words.exact);
  if (length > MAX_QUOTE_LENGTH) return { not: "too_long" };
  const isAlone = length < MIN_ALONE && !/\S/u.test(words.prefix + words.suffix);
  return { selectors: isAlone ? selectors.filter(provesAlone) : selectors, words };
}

const provesAlone = ({ type }: W3cSelector): boolean => type !== "TextPositionSelector";

/** The words that `selectors` select in the end, as the first of them that has any says it; null where none does. */
function wordsOf(selectors: readonly W3cSelector[]): AnnotatedWords | null {
  for (const selector of selectors) {
    const words = wordsOf(selector.refinedBy ?? []) ?? ownWordsOf(selector);
    if (words) return words;
  }
  return null;
}

/** A range names only the words it begins and ends with; until it is found, those before the gap stand for it. */
function ownWordsOf(selector: W3cSelector): AnnotatedWords | null {
  switch (selector.type) {
    case "TextQuoteSelector":
      return { exact: selector.exact, prefix: selector.prefix ?? "", suffix: selector.suffix ?? "" };
    case "TextPositionSelector":
      return null;
    case "RangeSelector": {
      const start = wordsOf(selector.startSelector);
      return start && { ...start, exact: `${start.exact}…`, suffix: "" };
    }
  }
}

/** Whether anything at all is said of a place. */
export const saysPlace = (target: unknown): boolean =>
  isObject(target) && target.selector !== undefined && target.selector !== null;
