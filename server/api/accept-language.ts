import { DEFAULT_LOCALE, LOCALES, type Locale } from "#domain/localized.ts";

/**
 * The interface language an `Accept-Language` header (RFC 9110, section 12.5.4) asks for first, or the default where it
 * names none of ours. `*` and a missing header are the default.
 */
export function acceptedLocale(header: string | null): Locale {
  const wishes = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/i.exec(text)?.[1]).find(Boolean);
      return { language: tag.toLowerCase().split("-")[0], quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wishes) {
    const known = LOCALES.find((locale) => locale === language);
    if (known) return known;
  }
  return DEFAULT_LOCALE;
}
