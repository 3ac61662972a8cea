import { parsedUrl } from "#domain/parsed-url.ts";
import { isAllowedHref } from "#editor/allowed-href.ts";

/**
 * An absolute http or https address as written, or null: nothing else may become a link. With the address of the page it
 * stands on, a relative one is made absolute. Where a document may not hold it as written (an invisible sign, a space), it
 * is as browsers send it.
 */
export function webAddressFrom(written: string, page?: string): string | null {
  const text = written.trim();
  const isWhole = /^https?:\/\//i.test(text);
  if (text === "" || (!isWhole && page === undefined)) return null;
  const url = parsedUrl(text, isWhole ? null : page);
  if (url?.protocol !== "https:" && url?.protocol !== "http:") return null;
  return [...(isWhole ? [text] : []), url.href].find(isAllowedHref) ?? null;
}
