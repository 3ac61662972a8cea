const PROTOCOLS = new Set(["http:", "https:", "mailto:"]);
const LONGEST = 2048;

/**
 * Whether a link may point there: a whole http, https or mailto address. Everything else (`javascript:`, `data:`,
 * relative paths, addresses with control characters a browser would skip over) is refused, whoever wrote it.
 */
export function isAllowedHref(href: string): boolean {
  if (href.length > LONGEST || /[\p{Cc}\s]/u.test(href)) return false;
  return URL.canParse(href) && PROTOCOLS.has(new URL(href).protocol);
}
