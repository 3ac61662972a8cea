import type { ErrorCode } from "#domain/error.ts";
import type { Locale } from "#domain/localized.ts";
import en from "#messages/en/errors.json";
import ja from "#messages/ja/errors.json";

/** A code without words does not compile; words without a code are found by the test beside. */
const MESSAGES = { en, ja } satisfies Record<Locale, Record<ErrorCode, string>>;

/** What `code` says to a person, one sentence. */
export const errorMessage = (code: ErrorCode, locale: Locale): string => MESSAGES[locale][code];
