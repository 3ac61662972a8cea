"use client";

import { useTranslations } from "next-intl";
import { ERROR_CODES } from "#domain/error.ts";

/** What an error code that was kept says to a person. */
export function useFailureWords(): (code: string) => string {
  const t = useTranslations("errors");
  return (code) => t(ERROR_CODES.find((known) => known === code) ?? "INTERNAL");
}
