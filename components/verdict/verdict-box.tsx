"use client";

import { useTranslations } from "next-intl";
import { TextField } from "#components/claim/text-field.tsx";
import { useField } from "#components/claim/use-field.ts";
import { Shortcut } from "#components/ui/shortcut.tsx";
import type { Claim } from "#domain/claim.ts";
import { MAX_SUMMARY_LENGTH } from "#domain/verdict.ts";
import { RatingPicker } from "./rating-picker.tsx";
import { RationaleField } from "./rationale-field.tsx";
import classes from "./verdict.module.css";

/** The finding: rating, one sentence, and why. */
export function VerdictBox({ claim }: { claim: Claim }) {
  const t = useTranslations("verdict");
  const isReadOnly = !claim.abilities.update;
  return (
    <section className={classes.box} aria-label={t("title")}>
      <h3 className={classes.heading}>
        {t("title")} {!isReadOnly && <Shortcut keys="V" />}
      </h3>
      <RatingPicker claimId={claim.id} isReadOnly={isReadOnly} />
      <div className={classes.prose}>
        <TextField
          claimId={claim.id}
          name="summary"
          label={t("summary")}
          placeholder={t("summaryPlaceholder")}
          maxLength={MAX_SUMMARY_LENGTH}
          isReadOnly={isReadOnly}
          isLine
          isWide
          aside={isReadOnly ? null : <SummaryCount claimId={claim.id} />}
        />
        <RationaleField claim={claim} />
      </div>
    </section>
  );
}

function SummaryCount({ claimId }: { claimId: string }) {
  const t = useTranslations("verdict");
  const { length } = useField(claimId, "summary").value;
  return (
    <span className={classes.count} data-near={length > MAX_SUMMARY_LENGTH * 0.9 || undefined}>
      {t("count", { length, limit: MAX_SUMMARY_LENGTH })}
    </span>
  );
}
