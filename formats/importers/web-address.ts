/** An absolute http or https address as written, or null: nothing else may become a link. */
export function webAddressFrom(written: string): string | null {
  const text = written.trim();
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null;
}
