/**
 * An absolute http or https address as written, or null: nothing else may become a link. With the address of the page it
 * stands on, a relative one is made absolute.
 */
export function webAddressFrom(written: string, page?: string): string | null {
  const text = written.trim();
  if (/^https?:\/\//i.test(text)) return URL.canParse(text) ? text : null;
  if (page === undefined || text === "" || !URL.canParse(text, page)) return null;
  const { protocol, href } = new URL(text, page);
  return protocol === "https:" || protocol === "http:" ? href : null;
}
