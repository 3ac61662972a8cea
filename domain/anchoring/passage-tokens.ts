import { type FoldedText, fold } from "./fold.ts";

/**
 * A text as a row of tokens: a word of an alphabet, a number with its separators, or one character of any other kind.
 * Whole numbers are tokens so that a changed digit never leaves a part of its number standing.
 */
export interface Tokens {
  /** One number for each different token, the same in every text that shares `Vocabulary`. */
  readonly ids: Int32Array;
  /** Where each token stands in the text, code points, end exclusive. Ascending. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** What begins at each token: 2 a line, 1 a sentence, 0 nothing. */
  readonly begins: Uint8Array;
}

/** Gives equal tokens equal numbers across texts. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];

  numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.#words.length);
    this.#words.push(word);
    return this.#words.length - 1;
  }

  /** How many different tokens there are. */
  get size(): number {
    return this.#words.length;
  }
}

const LETTER = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}_']$/u;
const DIGIT = /^\p{Nd}$/u;
const SEPARATOR = /^[.,:/]$/u;

/** Tokens of `text`; offsets in code points of `text`. */
export function tokensOf(text: string, vocabulary: Vocabulary): Tokens {
  const folded = fold(text);
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < folded.characters.length; ) {
    if (folded.characters[at] === " ") {
      at += 1;
      continue;
    }
    const end = tokenEnd(folded, at);
    ids.push(vocabulary.numberOf(folded.characters.slice(at, end).join("")));
    starts.push(folded.starts[at] ?? 0);
    ends.push(folded.ends[end - 1] ?? 0);
    at = end;
  }
  return {
    ids: Int32Array.from(ids),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    begins: beginnings([...text], starts, ends),
  };
}

const CLOSES = /^["'”’」』）)\]〕】》〉*_~>]$/u;

/** What begins at each token: a line after a line break, a sentence after a full stop and what closes behind it. */
function beginnings(
  points: readonly string[],
  starts: readonly number[],
  ends: readonly number[],
): Uint8Array {
  const begins = new Uint8Array(starts.length);
  let hasEnded = true;
  let last = 0;
  starts.forEach((start, at) => {
    const between = points.slice(last, start);
    if (at === 0 || between.includes("\n")) begins[at] = 2;
    else if (hasEnded && !CLOSES.test(points[start] ?? "")) begins[at] = 1;
    last = ends[at] ?? start;
    const final = points[last - 1] ?? "";
    const isStop = /^[。！？!?｡]$/u.test(final) || (final === "." && /^\s?$/u.test(points[last] ?? ""));
    hasEnded = isStop || (hasEnded && at > 0 && CLOSES.test(final));
  });
  return begins;
}

function tokenEnd(folded: FoldedText, from: number): number {
  const { characters } = folded;
  const first = kindOf(characters[from] ?? "");
  if (first === "other") return from + 1;
  let end = from + 1;
  while (end < characters.length) {
    const kind = kindOf(characters[end] ?? "");
    const isInside =
      kind === first ||
      (first === "digit" &&
        SEPARATOR.test(characters[end] ?? "") &&
        kindOf(characters[end + 1] ?? "") === "digit");
    if (!isInside) break;
    end += 1;
  }
  return end;
}

const kinds = new Map<string, "letter" | "digit" | "other">();

function kindOf(character: string): "letter" | "digit" | "other" {
  const known = kinds.get(character);
  if (known) return known;
  const kind = DIGIT.test(character) ? "digit" : LETTER.test(character) ? "letter" : "other";
  if (kinds.size < 50_000) kinds.set(character, kind);
  return kind;
}
