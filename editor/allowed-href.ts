import { parsedUrl } from "#domain/parsed-url.ts";

/** With both slashes: on a page of the same scheme, browsers take `https:path` for a path of that page. */
const WHOLE = /^(?:https?:\/\/|mailto:)[^/]/i;
const LONGEST = 2048;

/**
 * Whether a link may point there: a whole http, https or mailto address. Everything else (`javascript:`, `data:`,
 * relative paths, addresses with control characters a browser would skip over) is refused, whoever wrote it.
 */
export function isAllowedHref(href: string): boolean {
  if (href.length > LONGEST || /[\p{Cc}\s]/u.test(href)) return false;
  return WHOLE.test(href) && parsedUrl(href) !== null;
}
