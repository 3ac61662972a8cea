import { isAllowedHref } from "#editor/allowed-href.ts";

/**
 * An absolute http or https address as written, or null: nothing else may become a link. With the address of the page it
 * stands on, a relative one is made absolute.
 */
export function webAddressFrom(written: string, page?: string): string | null {
  const text = written.trim();
  if (/^https?:\/\//i.test(text)) return URL.canParse(text) ? linkable(text) : null;
  if (page === undefined || text === "" || !URL.canParse(text, page)) return null;
  const { protocol, href } = new URL(text, page);
  return protocol === "https:" || protocol === "http:" ? linkable(href) : null;
}

/** An address as written where a document may hold it, else as browsers would send it: without invisible signs, encoded. */
function linkable(address: string): string | null {
  return [address, new URL(address).href].find(isAllowedHref) ?? null;
}
