import { createTranslator } from "next-intl";
import type { Locale } from "#domain/localized.ts";
import { catalog } from "#messages/catalog.ts";

/** The interface's own words: a test names a control as the person it stands for would. */
export const wordsOf = (locale: Locale) =>
  createTranslator({ locale, messages: catalog[locale] as (typeof catalog)["ja"], timeZone: "Asia/Tokyo" });

export type Words = ReturnType<typeof wordsOf>;
