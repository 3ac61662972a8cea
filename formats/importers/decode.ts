import type { ImportResult } from "#domain/article-import.ts";
import { looksBinary } from "./binary.ts";
import { declaredCharset, encodingOf } from "./declared-charset.ts";
import { isMostlyText } from "./invisible.ts";
import { readsAsJapanese, readsAsText } from "./plausible-text.ts";

/** `encoding` is the WHATWG name in lower case: `utf-8`, `shift_jis`, `euc-jp`, `utf-16le`, `iso-2022-jp`, … */
export type DecodedText = ImportResult<{ text: string; encoding: string }>;

const BYTE_ORDER_MARKS = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
] as const;

// biome-ignore lint/suspicious/noControlCharactersInRegex: ISO-2022-JP switches character sets by escapes.
const ISO_2022_JP_ESCAPE = /\u001b(?:\$[@B]|\([BJI])/;

/** A server's default for what it knows nothing about; any bytes pass for it. */
const LATIN_1 = "windows-1252";

/**
 * The text in a file's bytes, and the encoding it was written in. Every decoder is strict: bytes that do not fit are
 * refused as `UNREADABLE_ENCODING`, never turned into U+FFFD, but for halves of surrogate pairs. The text may hold a few
 * characters that none can (`withoutStrays`).
 *
 * The first that fits wins: byte order mark; `stated`, what came with the bytes; what an HTML page declares; ISO-2022-JP by its escapes; UTF-8 (other
 * encodings' bytes are hardly ever well-formed UTF-8); Shift_JIS (CP932) or EUC-JP, whichever reads more like
 * Japanese; UTF-16 without a mark, when the result is made of letters.
 */
export function decodeArticle(bytes: Uint8Array, stated: string | null = null): DecodedText {
  const whole = decodedBy(bytes, stated, WHOLE);
  if (whole.ok) return whole;
  // What is text but for a stray character or two is told apart last, so that no guess at an encoding gets easier by it.
  const mended = decodedBy(withoutLoneSurrogates(bytes), stated, MENDED);
  return mended.ok ? mended : whole;
}

/** How bytes under a byte order mark become text, and what passes for one. */
interface Strictness {
  decode: (bytes: Uint8Array, encoding: string) => string | null;
  accepts: (text: string) => boolean;
}

const WHOLE: Strictness = { decode: strictly, accepts: readsAsText };
const MENDED: Strictness = {
  decode: (bytes, encoding) =>
    encoding.startsWith("utf-16") ? leniently(bytes, encoding) : strictly(bytes, encoding),
  accepts: isMostlyText,
};

function decodedBy(bytes: Uint8Array, stated: string | null, { decode, accepts }: Strictness): DecodedText {
  const marked = BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte));
  if (marked) return found(decode(bytes, marked.encoding), marked.encoding, accepts);
  if (looksBinary(bytes)) return { ok: false, reason: "BINARY" };

  const utf8 = strictly(bytes, "utf-8");
  for (const declared of [sentAs(stated), declaredCharset(bytes)]) {
    // A page saved again as UTF-8 often keeps its old declaration: three-byte sequences that fit are no accident.
    if (!declared || (utf8 && /[\u0800-\uffff]/.test(utf8))) continue;
    const text = strictly(bytes, declared);
    if (text && accepts(text)) return { ok: true, text, encoding: declared };
  }
  if (utf8 !== null && accepts(utf8)) {
    const mail = ISO_2022_JP_ESCAPE.test(utf8) ? strictly(bytes, "iso-2022-jp") : null;
    return mail === null
      ? { ok: true, text: utf8, encoding: "utf-8" }
      : { ok: true, text: mail, encoding: "iso-2022-jp" };
  }
  // What is UTF-8 but for a few strays would pass for characters of two bytes each that nobody wrote.
  if (isDamagedUtf8(bytes) || (utf8 !== null && isMostlyText(utf8))) return unreadable(bytes);
  return (
    best(bytes, ["euc-jp", "shift_jis"], accepts) ??
    best(bytes, ["utf-16le", "utf-16be"], accepts) ??
    unreadable(bytes)
  );
}

/** The encoding that a label of whoever sent the bytes stands for; null where it says nothing. */
function sentAs(label: string | null): string | null {
  const encoding = label === null ? null : encodingOf(label);
  return encoding === LATIN_1 ? null : encoding;
}

/** The reading that looks most like Japanese or English prose; on a tie the one named first. */
function best(
  bytes: Uint8Array,
  encodings: readonly string[],
  accepts: Strictness["accepts"],
): DecodedText | null {
  let chosen: { ok: true; text: string; encoding: string } | null = null;
  let highest = 0;
  for (const encoding of encodings) {
    const text = strictly(bytes, encoding);
    if (text === null || !accepts(text)) continue;
    const score = readsAsJapanese(text);
    if (score > highest) {
      chosen = { ok: true, text, encoding };
      highest = score;
    }
  }
  return chosen;
}

/** UTF-8 with a few broken places would pass for Shift_JIS, as characters nobody wrote. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  const whole = text.match(/[\u0800-\ufffc]/g)?.length ?? 0;
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return broken > 0 && whole > broken * 2;
}

function unreadable(bytes: Uint8Array): DecodedText {
  return { ok: false, reason: bytes.includes(0) ? "BINARY" : "UNREADABLE_ENCODING" };
}

function found(text: string | null, encoding: string, accepts: Strictness["accepts"]): DecodedText {
  if (text === null) return { ok: false, reason: "UNREADABLE_ENCODING" };
  return accepts(text) ? { ok: true, text, encoding } : { ok: false, reason: "BINARY" };
}

/** UTF-8 in which half a surrogate pair was written as if it were a character: that place becomes U+FFFD. */
function withoutLoneSurrogates(bytes: Uint8Array): Uint8Array {
  let out: Uint8Array | null = null;
  for (let at = bytes.indexOf(0xed); at !== -1; at = bytes.indexOf(0xed, at + 1)) {
    const second = bytes[at + 1] ?? 0;
    const third = bytes[at + 2] ?? 0;
    if (second < 0xa0 || second > 0xbf || third < 0x80 || third > 0xbf) continue;
    out ??= bytes.slice();
    out.set([0xef, 0xbf, 0xbd], at);
  }
  return out ?? bytes;
}

/** UTF-16 with up to a few halves of pairs, which become U+FFFD; null for more. */
function leniently(bytes: Uint8Array, encoding: string): string | null {
  const text = new TextDecoder(encoding).decode(bytes);
  return isMostlyText(text.replaceAll("\ufffd", "\0")) ? text : null;
}

/** Null where the bytes do not fit, or where this machine does not know the encoding. The byte order mark goes. */
function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
