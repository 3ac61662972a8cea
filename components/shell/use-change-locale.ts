"use client";

import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { client } from "#components/api/client.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { LOCALE_COOKIE } from "#domain/locale.ts";
import type { Locale } from "#domain/localized.ts";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Speaks another language from now on, wherever the member signs in. */
export function useChangeLocale(): (locale: Locale) => void {
  const router = useRouter();
  const errorMessage = useErrorMessage();
  return useCallback(
    (locale: Locale) => {
      client.profile.update({ locale }).then(
        () => {
          rememberAtTheDoor(locale);
          router.refresh();
        },
        (error: unknown) => notifications.show({ color: "red", message: errorMessage(error) }),
      );
    },
    [router, errorMessage],
  );
}

/** Keeps the language for the sign-in page of this device, where the profile is not known yet. */
export function rememberAtTheDoor(locale: Locale): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet.
  document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
