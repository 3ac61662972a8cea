"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { failureOf } from "./failure.ts";

/** Turns anything a call can throw into one sentence in the reader's language. */
export function useErrorMessage(): (error: unknown) => string {
  const t = useTranslations("common.failure");
  return useCallback(
    (error: unknown) => {
      const failure = failureOf(error);
      return failure.kind === "refused" ? failure.message : t(failure.kind);
    },
    [t],
  );
}
