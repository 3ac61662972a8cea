import type { ImportResult } from "#domain/article-import.ts";
import { looksBinary } from "./binary.ts";
import { declaredCharset, encodingOf } from "./declared-charset.ts";
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
 * refused as `UNREADABLE_ENCODING`, never turned into U+FFFD.
 *
 * The first that fits wins: byte order mark; `stated`, what came with the bytes; what an HTML page declares; ISO-2022-JP by its escapes; UTF-8 (other
 * encodings' bytes are hardly ever well-formed UTF-8); Shift_JIS (CP932) or EUC-JP, whichever reads more like
 * Japanese; UTF-16 without a mark, when the result is made of letters.
 */
export function decodeArticle(bytes: Uint8Array, stated: string | null = null): DecodedText {
  const marked = BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte));
  if (marked)
    return found(strictly(bytes, marked.encoding), marked.encoding, {
      ok: false,
      reason: "UNREADABLE_ENCODING",
    });
  if (looksBinary(bytes)) return { ok: false, reason: "BINARY" };

  const utf8 = strictly(bytes, "utf-8");
  for (const declared of [sentAs(stated), declaredCharset(bytes)]) {
    // A page saved again as UTF-8 often keeps its old declaration: three-byte sequences that fit are no accident.
    if (!declared || (utf8 && /[\u0800-\uffff]/.test(utf8))) continue;
    const text = strictly(bytes, declared);
    if (text && readsAsText(text)) return { ok: true, text, encoding: declared };
  }
  if (utf8 !== null && readsAsText(utf8)) {
    const mail = ISO_2022_JP_ESCAPE.test(utf8) ? strictly(bytes, "iso-2022-jp") : null;
    return mail === null
      ? { ok: true, text: utf8, encoding: "utf-8" }
      : { ok: true, text: mail, encoding: "iso-2022-jp" };
  }
  if (isDamagedUtf8(bytes)) return unreadable(bytes);
  return best(bytes, ["euc-jp", "shift_jis"]) ?? best(bytes, ["utf-16le", "utf-16be"]) ?? unreadable(bytes);
}

/** The encoding that a label of whoever sent the bytes stands for; null where it says nothing. */
function sentAs(label: string | null): string | null {
  const encoding = label === null ? null : encodingOf(label);
  return encoding === LATIN_1 ? null : encoding;
}

/** The reading that looks most like Japanese or English prose; on a tie the one named first. */
function best(bytes: Uint8Array, encodings: readonly string[]): DecodedText | null {
  let chosen: { ok: true; text: string; encoding: string } | null = null;
  let highest = 0;
  for (const encoding of encodings) {
    const text = strictly(bytes, encoding);
    if (text === null || !readsAsText(text)) continue;
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

function found(text: string | null, encoding: string, otherwise: DecodedText): DecodedText {
  if (text === null) return otherwise;
  return readsAsText(text) ? { ok: true, text, encoding } : { ok: false, reason: "BINARY" };
}

/** Null where the bytes do not fit, or where this machine does not know the encoding. The byte order mark goes. */
function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
