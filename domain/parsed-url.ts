/**
 * `address` as a URL, relative to `base` where one is given; null where it is none. Not by `URL.canParse`: in Node 20 that
 * denies hosts with Latin-1 letters, such as `https://münchen.example`, once it was called some thousand times.
 */
export function parsedUrl(address: string, base?: string | null): URL | null {
  try {
    return new URL(address, base ?? undefined);
  } catch {
    return null;
  }
}
