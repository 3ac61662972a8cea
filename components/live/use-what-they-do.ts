"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { Person } from "./people-store.ts";
import { useFieldName } from "./use-field-name.ts";

/** What somebody is at: away, at a claim, in a field of it, or reading. */
export function useWhatTheyDo(): (person: Person) => string {
  const t = useTranslations("live");
  const fieldName = useFieldName();
  const { store } = useWorkbench();
  return useCallback(
    ({ claimId, field, idle }) => {
      if (idle) return t("idle");
      const number = claimId === null ? undefined : store.get().byId.get(claimId)?.number;
      if (number === undefined) return t("reading");
      const name = fieldName(field);
      return name ? t("writingAt", { number, field: name }) : t("atClaim", { number });
    },
    [t, fieldName, store],
  );
}
