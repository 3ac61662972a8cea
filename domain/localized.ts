import { z } from "zod";

/** The languages the interface speaks, Japanese first. */
export const LOCALES = ["ja", "en"] as const;
export const localeSchema = z.enum(LOCALES);
export type Locale = z.infer<typeof localeSchema>;
export const DEFAULT_LOCALE: Locale = "ja";

/** Words that exist in both languages of the interface. */
export const localizedSchema = z.object({ ja: z.string(), en: z.string() });
export type Localized = z.infer<typeof localizedSchema>;
