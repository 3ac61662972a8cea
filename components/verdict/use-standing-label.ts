"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import type { ClaimSummary } from "#domain/claim.ts";
import { standingOf } from "./standing.ts";

/** How a claim stands, in words: its rating once it is settled, else how far the work is. */
export function useStandingLabel(): (claim: Pick<ClaimSummary, "workState" | "verdict">) => string {
  const t = useTranslations("claim");
  const locale = useLocale();
  return useCallback(
    (claim) => {
      const standing = standingOf(claim);
      if (standing.name === "settled" && standing.rating) return standing.rating.label[locale];
      return t(`workStates.${claim.workState}`);
    },
    [t, locale],
  );
}
