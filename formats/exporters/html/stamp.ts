import type { Locale } from "#domain/localized.ts";
import type { Rating } from "#domain/scale.ts";
import { RATING_PAINT } from "../rating-paint.ts";
import { WORDS } from "../words.ts";
import { html, type Markup } from "./markup.ts";

/** A rating as a stamp: shape, word and colour. Null is a claim without a rating, and says so. */
export function stamp(rating: Rating | null, locale: Locale): Markup {
  if (!rating) return html`<span class="stamp none">${WORDS[locale].noRating}</span>`;
  const { shape } = RATING_PAINT[rating.colour];
  return html`<span class="stamp ${shape} ${rating.colour}">${rating.label[locale]}</span>`;
}
