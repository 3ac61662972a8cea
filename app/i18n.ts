import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { chooseLocale, LOCALE_COOKIE } from "#domain/locale.ts";
import type { Locale } from "#domain/localized.ts";
import { catalog } from "#messages/catalog.ts";
import { currentMember } from "#server/auth/current-member.ts";

/** Named, so that the server and every browser print the same hour: the desk's, not the machine's. */
const TIME_ZONE = "Asia/Tokyo";

export default getRequestConfig(async () => {
  const locale = await localeOfRequest();
  return { locale, messages: catalog[locale], timeZone: TIME_ZONE, now: new Date() };
});

/** The member's own setting; at the door, where nobody is known yet, this device's last one or the browser's wish. */
async function localeOfRequest(): Promise<Locale> {
  const member = await currentMember();
  if (member) return member.locale;
  const [cookieStore, headerList] = await Promise.all([cookies(), headers()]);
  return chooseLocale(cookieStore.get(LOCALE_COOKIE)?.value, headerList.get("accept-language"));
}
