import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { chooseLocale, LOCALE_COOKIE } from "#domain/locale.ts";
import { catalog } from "#messages/catalog.ts";

/** Named, so that the server and every browser print the same hour: the desk's, not the machine's. */
const TIME_ZONE = "Asia/Tokyo";

export default getRequestConfig(async () => {
  const [cookieStore, headerList] = await Promise.all([cookies(), headers()]);
  const locale = chooseLocale(cookieStore.get(LOCALE_COOKIE)?.value, headerList.get("accept-language"));
  return { locale, messages: catalog[locale], timeZone: TIME_ZONE };
});
