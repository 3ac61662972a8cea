/**
 * Whether a request names an address that can be read: its path begins with a slash, and what is percent-encoded in it is
 * UTF-8 and no NUL. Anything else would fail somewhere in the middle of being answered.
 *
 * @param url as the request's first line has it
 */
export function isReadableAddress(url: string): boolean {
  if (!url.startsWith("/")) return false;
  try {
    return !decodeURIComponent(url.split("?")[0] ?? "").includes("\0");
  } catch {
    return false;
  }
}

/**
 * The address in origin form. A proxy may pass the absolute one on, and every server must take it (RFC 9112, section
 * 3.2.2); whose it says it is, the `Host` header says as well. Anything else stays as it is.
 */
export function originForm(url: string): string {
  const rest = /^https?:\/\/[^/?#]*(.*)$/i.exec(url)?.[1];
  if (rest === undefined) return url;
  return rest.startsWith("/") ? rest : `/${rest}`;
}
