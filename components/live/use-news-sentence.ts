"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import { isNamedField } from "#components/history/named-field.ts";
import type { Claim } from "#domain/claim.ts";
import type { LiveEvent } from "#domain/live.ts";

/** Fields whose writing is seen as it happens: nobody need be told of every rest of a pen. */
const WRITTEN_TOGETHER: readonly string[] = ["summary", "rationale"];

/**
 * What somebody did to the claim on the desk, in one sentence: 「佐藤さんが判定を「誤り」に変えました。」 Null for what
 * needs no telling here. `claim` is how it stands now.
 */
export function useNewsSentence(): (event: LiveEvent, claim: Claim) => string | null {
  const t = useTranslations("live");
  const tClaim = useTranslations("claim");
  const tHistory = useTranslations("history");
  const locale = useLocale();
  return useCallback(
    (event, claim) => {
      const name = event.actor?.name ?? tHistory("somebody");
      const fields = event.fields.filter((field) => !WRITTEN_TOGETHER.includes(field));
      switch (event.kind) {
        case "claim.moved":
        case "evidence.added":
        case "evidence.updated":
        case "evidence.removed":
        case "claim.restored":
          return t(`did.${event.kind}`, { name });
        case "claim.updated":
        case "verdict.updated":
          return fieldSentence();
        default:
          return null;
      }

      function fieldSentence(): string | null {
        if (fields.includes("rating")) {
          const rating = claim.verdict?.ratingDetail?.label[locale];
          return rating ? t("did.rated", { name, rating }) : t("did.unrated", { name });
        }
        if (fields.includes("workState")) {
          return t("did.workState", { name, state: tClaim(`workStates.${claim.workState}`) });
        }
        if (fields.includes("assigneeId")) {
          const { assignee } = claim;
          return assignee
            ? t("did.assigned", { name, assignee: assignee.name })
            : t("did.unassigned", { name });
        }
        const words = fields.filter(isNamedField).map((field) => tHistory(`fields.${field}`));
        return words.length > 0 ? t("did.wrote", { name, fields: words.join(t("listSeparator")) }) : null;
      }
    },
    [t, tClaim, tHistory, locale],
  );
}
