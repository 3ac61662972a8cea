"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { CLAIM_KINDS, PRIORITIES, WORK_STATES } from "#domain/claim.ts";
import { ratingOf } from "#domain/scale.ts";
import { parseRationale } from "#editor/parse-rationale.ts";
import { rationaleText } from "#editor/rationale-text.ts";

/** Any field's value in words, as a history or a conflict prints it. `value` may come from an old event. */
export function useFieldText(): (field: string, value: unknown) => string {
  const t = useTranslations("claim");
  const locale = useLocale();
  const { scale } = useWorkbench();
  return useCallback(
    (field, value) => {
      if (value === null || value === undefined || value === "") return t("empty");
      if (field === "kinds" && Array.isArray(value)) {
        const kinds = CLAIM_KINDS.filter((kind) => value.includes(kind));
        return kinds.map((kind) => t(`kinds.${kind}`)).join(t("listSeparator")) || t("empty");
      }
      if (field === "rationale") {
        const parsed = parseRationale(value);
        return parsed.ok ? rationaleText(parsed.rationale) : String(value);
      }
      const priority = PRIORITIES.find((other) => field === "priority" && other === value);
      if (priority) return t(`priorities.${priority}`);
      const workState = WORK_STATES.find((other) => field === "workState" && other === value);
      if (workState) return t(`workStates.${workState}`);
      if (field === "rating") return ratingOf(scale, String(value))?.label[locale] ?? String(value);
      return typeof value === "boolean" ? t(value ? "yes" : "no") : String(value);
    },
    [t, locale, scale],
  );
}
