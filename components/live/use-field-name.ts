"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { isNamedField } from "#components/history/named-field.ts";

/** What people call the field that somebody has under their hands; null for none, and for one that has no name here. */
export function useFieldName(): (field: string | null) => string | null {
  const t = useTranslations("live");
  const tHistory = useTranslations("history");
  return useCallback(
    (field) => {
      if (field === null) return null;
      if (field === "evidence" || field === "discussion") return t(`parts.${field}`);
      return isNamedField(field) ? tHistory(`fields.${field}`) : null;
    },
    [t, tHistory],
  );
}
