"use client";

import { useTranslations } from "next-intl";
import { useProse } from "#components/prose/use-prose.ts";
import { Shortcut } from "#components/ui/shortcut.tsx";
import type { Claim } from "#domain/claim.ts";
import { RatingPicker } from "./rating-picker.tsx";
import { RationaleField } from "./rationale-field.tsx";
import { SummaryField } from "./summary-field.tsx";
import classes from "./verdict.module.css";

/** The finding: rating, one sentence, and why. */
export function VerdictBox({ claim }: { claim: Claim }) {
  const t = useTranslations("verdict");
  const prose = useProse(claim);
  const isReadOnly = !claim.abilities.update;
  return (
    <section className={classes.box} aria-label={t("title")}>
      <h3 className={classes.heading}>
        {t("title")} {!isReadOnly && <Shortcut keys="V" />}
      </h3>
      <RatingPicker claimId={claim.id} isReadOnly={isReadOnly} />
      <div className={classes.prose}>
        <SummaryField claim={claim} prose={prose} />
        <RationaleField claim={claim} prose={prose} />
      </div>
    </section>
  );
}
