import { webAddressSchema } from "#domain/source.ts";

/** Looks like `example.jp/news`: people leave out what every address begins with. */
const WITHOUT_SCHEME = /^[^\s/?#:@]+\.[^\s/?#:@.]{2,}(?:[/?#]\S*)?$/;

/** The address that a person means by what they typed; null where it is none. */
export function addressTyped(typed: string): string | null {
  const text = typed.trim();
  return webAddressSchema.safeParse(WITHOUT_SCHEME.test(text) ? `https://${text}` : text).data ?? null;
}

/** The address that a pasted text consists of; null where there is anything else in it. */
export function bareAddress(text: string): string | null {
  const line = text.trim();
  return /^https?:\/\/\S+$/i.test(line) ? (webAddressSchema.safeParse(line).data ?? null) : null;
}
