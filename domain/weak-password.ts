/** Why a password is refused: `common` everybody's guess, `personal` the guess of whoever knows whose it is. */
export type Weakness = "common" | "personal";

interface Known {
  /** True for a word of a list of passwords that leaked or are used by many. Asked in lower case. */
  isCommon: (word: string) => boolean;
  /** What anybody knows of the person and the place: name, address, the product's name. */
  own: readonly string[];
}

/** As many characters at a word's ends make nothing better of it: `password2026!`. */
const MOST_AROUND = 6;
/** A password has at least as many characters besides what is known of its owner. */
const LEAST_OWN = 5;
/** Shorter pieces of a name or an address stand in too many words to say anything. */
const SHORTEST_WORD = 3;
/** Fewer different characters than this are a rhythm and no password. */
const LEAST_DIFFERENT = 4;

/**
 * What is weak about a password of a length that is allowed; null where nothing is. After NIST SP 800-63B (5.1.1.2): words
 * of breached lists, repetition and sequences, words of the context. No rules of composition.
 */
export function weaknessOf(password: string, { isCommon, own }: Known): Weakness | null {
  const plain = password.normalize("NFKC").toLowerCase();
  if (isRhythm(plain) || guessesIn(plain).some(isCommon)) return "common";
  return isPersonal(plain, own) ? "personal" : null;
}

/** The password as a list may have it: whole, without what stands around it, its repeated unit, with letters for signs. */
const guessesIn = (plain: string): string[] =>
  [plain, unitOf(plain)].flatMap(coresOf).flatMap((word) => [word, lettersFor(word)]);

/** The word with fewer and fewer of the digits and signs at its ends, itself included. */
function coresOf(word: string): string[] {
  const before = /^[^\p{L}]*/u.exec(word)?.[0].length ?? 0;
  const after = /[^\p{L}]*$/u.exec(word)?.[0].length ?? 0;
  const cores: string[] = [];
  for (let start = 0; start <= Math.min(before, MOST_AROUND); start += 1)
    for (let end = 0; end <= Math.min(after, MOST_AROUND - start); end += 1)
      cores.push(word.slice(start, word.length - end));
  return cores;
}

const SIGNS: Record<string, string> = {
  "0": "o",
  "1": "l",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

const lettersFor = (word: string): string => word.replace(/[013457@$!]/g, (sign) => SIGNS[sign] ?? sign);

/** The shortest piece that repeated makes the word; the word itself where none does. */
function unitOf(word: string): string {
  const length = (word + word).indexOf(word, 1);
  return word.slice(0, length);
}

/** Hardly any different characters, or each the next one after the last. */
function isRhythm(word: string): boolean {
  const points = [...word].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(points.slice(1).map((point, at) => point - (points[at] ?? 0)));
  const isRun = steps.size === 1 && (steps.has(1) || steps.has(-1));
  return isRun || new Set(points).size < LEAST_DIFFERENT;
}

function isPersonal(plain: string, own: readonly string[]): boolean {
  const words = own
    .flatMap((said) => {
      const parts = said
        .normalize("NFKC")
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u);
      return [...parts, parts.join("")];
    })
    .filter((word) => word.length >= (/^[ -~]*$/.test(word) ? SHORTEST_WORD : 2))
    .sort((a, b) => b.length - a.length);
  const rest = words.reduce((left, word) => left.replaceAll(word, ""), plain);
  return rest !== plain && rest.replace(/[^\p{L}\p{N}]+/gu, "").length < LEAST_OWN;
}
