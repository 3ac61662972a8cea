/** Characters no text holds: controls but tab, line breaks and NEL, noncharacters, halves of pairs. */
const STRAY = /(?![\t\n\v\f\r\u0085])\p{Cc}|\p{Cs}|[\ufdd0-\ufdef\ufffe\uffff]/gu;
/** Stands for a character that could not be read; it is kept, because something was there. */
const UNREADABLE = "\ufffd";

/** So many strays, or this share of a text, are an accident; more are a sign that it is no text. */
const FEW = { count: 3, share: 0.02 } as const;

/** Whether a text is one but for a few strays. */
export function isMostlyText(text: string): boolean {
  const strays = text.match(STRAY)?.length ?? 0;
  return strays <= Math.max(FEW.count, text.length * FEW.share);
}

/** A soft hyphen at the end of a line goes on without a space. */
const SOFT_HYPHEN_AT_END = /\u00ad[ \t]*\r?\n[ \t]*/gu;
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/gu;
/** Joins emoji and the letters of Indic and Arabic scripts; between any others it does nothing. */
const JOINER = /[\u200c\u200d]/gu;
const SHAPED =
  "Arabic Syriac Mongolian Devanagari Bengali Gujarati Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar"
    .split(" ")
    .map((script) => `\\p{Script=${script}}`)
    .join("");
const JOINED = new RegExp(`[\\p{Extended_Pictographic}\\p{M}${SHAPED}]`, "u");

/** `text` without characters that nobody sees: soft hyphens, zero-width spaces, joiners that join nothing. */
export function withoutInvisible(text: string): string {
  return text
    .replace(SOFT_HYPHEN_AT_END, "")
    .replace(UNSEEN, "")
    .replace(JOINER, (joiner, at: number, whole: string) => (joins(whole, at) ? joiner : ""));
}

/** A zero-width character between a letter it shapes and another one. */
function joins(text: string, at: number): boolean {
  const before = String.fromCodePoint(codePointBefore(text, at));
  const after = String.fromCodePoint(text.codePointAt(at + 1) ?? 0x20);
  return JOINED.test(before) && (JOINED.test(after) || /\p{L}/u.test(after));
}

function codePointBefore(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1);
  return (unit >= 0xdc00 && unit <= 0xdfff ? text.codePointAt(at - 2) : text.codePointAt(at - 1)) ?? 0x20;
}

/**
 * `text` without what no text can hold. Halves of surrogate pairs become U+FFFD, so that a reader sees that something is
 * missing; the rest goes. `found` names each as `U+0007`.
 */
export function withoutStrays(text: string): { text: string; found: string[] } {
  const found: string[] = [];
  const clean = text.replace(STRAY, (character) => {
    found.push(nameOf(character));
    return /\p{Cs}/u.test(character) ? UNREADABLE : "";
  });
  return { text: clean, found };
}

/** How many characters of a text stand for one that could not be read. */
export const unreadableIn = (text: string): number => text.split(UNREADABLE).length - 1;

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
