import { beginningsOf } from "./beginnings.ts";
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
  /** What begins at each token, by `BEGINS`. */
  readonly begins: Uint8Array;
  /** What ends with each token: a sentence, surely or perhaps. */
  readonly stops: Uint8Array;
}

/** Gives equal tokens equal numbers across texts. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #marks: boolean[] = [];

  numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.#marks.length);
    this.#marks.push(!WORD.test(word));
    return this.#marks.length - 1;
  }

  /** Whether the token is punctuation or markup, and no word. */
  isMark(number: number): boolean {
    return this.#marks[number] ?? false;
  }
}

const WORD = /[\p{L}\p{N}]/u;
const LETTER = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]$/u;
/** What joins letters to one word when it stands between two of them: don't, snake_case. */
const JOINER = /^['_]$/u;
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
    ...beginningsOf([...text], starts, ends),
  };
}

function tokenEnd(folded: FoldedText, from: number): number {
  const { characters } = folded;
  const first = kindOf(characters[from] ?? "");
  if (first === "other") return from + 1;
  const code = codeEnd(folded, from);
  if (code > from) return code;
  let end = from + 1;
  while (end < characters.length && touches(folded, end)) {
    const joiner = first === "digit" ? SEPARATOR : JOINER;
    const isInside =
      kindOf(characters[end] ?? "") === first ||
      (joiner.test(characters[end] ?? "") &&
        kindOf(characters[end + 1] ?? "") === first &&
        touches(folded, end + 1));
    if (!isInside) break;
    end += 1;
  }
  return end;
}

/** Where letters and digits change more often than this, they are one sign (a hash, H2O), and no number with its unit. */
const MAX_CHANGES = 1;

/** Where a sign of letters and digits that begins at `from` ends; `from` itself where none does. */
function codeEnd(folded: FoldedText, from: number): number {
  const { characters } = folded;
  let end = from + 1;
  let changes = 0;
  for (let last = kindOf(characters[from] ?? ""); end < characters.length && touches(folded, end); end += 1) {
    const kind = kindOf(characters[end] ?? "");
    if (kind === "other") break;
    if (kind !== last) changes += 1;
    last = kind;
  }
  return changes > MAX_CHANGES ? end : from;
}

/** Whether nothing, not even white space, stands between a character and the one before it. */
const touches = ({ starts, ends }: FoldedText, at: number): boolean =>
  (starts[at] ?? 0) <= (ends[at - 1] ?? 0);

const kinds = new Map<string, "letter" | "digit" | "other">();

function kindOf(character: string): "letter" | "digit" | "other" {
  const known = kinds.get(character);
  if (known) return known;
  const kind = DIGIT.test(character) ? "digit" : LETTER.test(character) ? "letter" : "other";
  if (kinds.size < 50_000) kinds.set(character, kind);
  return kind;
}
