import { DEFAULT_LOCALE, type Locale, localeSchema } from "./localized.ts";

/** The cookie that carries a member's own choice of language, so that a page needs no look-up to be in it. */
export const LOCALE_COOKIE = "uratori-locale";

/**
 * The language to speak: the member's choice, else the browser's first wish that we can speak (RFC 9110 section
 * 12.5.4, weights included), else Japanese. Unreadable values count as absent.
 */
export function chooseLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  const chosen = localeSchema.safeParse(cookie);
  if (chosen.success) return chosen.data;
  const wishes = (acceptLanguage ?? "")
    .split(",")
    .map(readWish)
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const wish of wishes) {
    const locale = localeSchema.safeParse(wish.language);
    if (locale.success) return locale.data;
  }
  return DEFAULT_LOCALE;
}

function readWish(part: string): { language: string; weight: number } {
  const [range = "", ...parameters] = part.split(";").map((piece) => piece.trim());
  const quality = parameters.find((parameter) => parameter.startsWith("q="));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  const language = range.split("-")[0]?.toLowerCase() ?? "";
  return { language, weight: Number.isFinite(weight) ? weight : 0 };
}
