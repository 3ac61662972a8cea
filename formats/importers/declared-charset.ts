/** The HTML standard looks this far for a declaration; real pages put scripts before it, so we look further. */
const SEARCHED_BYTES = 4096;
const XML = /^\s*<\?xml\b[^>]*\bencoding\s*=\s*["']([a-z0-9_:.-]+)/i;
const META = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([a-z0-9_:.-]+)/i;

/** The encoding an HTML page says it is in, by its WHATWG name; null without one, or with one nobody knows. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Array.from(bytes.subarray(0, SEARCHED_BYTES), (byte) => String.fromCharCode(byte)).join("");
  const encoding = encodingOf((XML.exec(head) ?? META.exec(head))?.[1] ?? "");
  // A page whose declaration could be read byte by byte is not in UTF-16 (the HTML standard says the same).
  return encoding?.startsWith("utf-16") ? "utf-8" : encoding;
}

/** The WHATWG name of the encoding that a label stands for; null where nobody knows it. */
export function encodingOf(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
