import type { IncomingHttpHeaders } from "node:http";
import { chooseLocale, LOCALE_COOKIE } from "#domain/locale.ts";
import type { Locale } from "#domain/localized.ts";

const CHOSEN = new RegExp(`(?:^|; *)${LOCALE_COOKIE}=(\\w+)`);

/** The language of whoever sent these headers: the one chosen in this browser, else what it asks for. */
export const readerLocale = ({ cookie = "", "accept-language": wishes = "" }: IncomingHttpHeaders): Locale =>
  chooseLocale(CHOSEN.exec(cookie)?.[1], wishes);
