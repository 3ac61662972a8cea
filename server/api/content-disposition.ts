import { storableText } from "#editor/storable-text.ts";

/**
 * The header that saves an answer under `fileName` (RFC 6266). `filename*` carries the real name in UTF-8 (RFC 8187),
 * which every browser since 2011 takes; `filename` is an ASCII shadow of it for what is older. A name can't end the
 * header or leave the folder: quotes, slashes, backslashes and control characters become underscores in both.
 */
export function contentDisposition(fileName: string): string {
  const safe = fileName.replace(/[\p{Cc}"/\\]/gu, "_");
  const shadow = safe.replace(/[^\x20-\x7e]+/g, "_").replace(/%/g, "_");
  return `attachment; filename="${shadow}"; filename*=UTF-8''${extValue(safe)}`;
}

/** RFC 8187 `attr-char`: narrower than what `encodeURIComponent` leaves alone. */
const extValue = (text: string): string =>
  encodeURIComponent(storableText(text)).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
