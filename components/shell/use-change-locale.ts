"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { client } from "#components/api/client.ts";
import { LOCALE_COOKIE } from "#domain/locale.ts";
import type { Locale } from "#domain/localized.ts";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Speaks another language from now on: on this device at once, and in the member's profile for all others. */
export function useChangeLocale(): (locale: Locale) => Promise<void> {
  const router = useRouter();
  return useCallback(
    async (locale: Locale) => {
      // Written here as well, so that the page turns even while the profile can't be reached.
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet.
      document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
      router.refresh();
      await client.profile.update({ locale });
    },
    [router],
  );
}
