"use client";

import { useLocale, useTranslations } from "next-intl";
import { memo, useCallback } from "react";
import { usePeopleAt } from "#components/live/live-article.tsx";
import { PersonMarks } from "#components/live/person-marks.tsx";
import { useOpenAt } from "#components/live/use-open-at.ts";
import { Stamp } from "#components/verdict/stamp.tsx";
import { standingOf } from "#components/verdict/standing.ts";
import { useStandingLabel } from "#components/verdict/use-standing-label.ts";
import type { WorkbenchState } from "#components/workbench/claim-store.ts";
import { useOpenClaim } from "#components/workbench/use-open-claim.ts";
import { useClaims } from "#components/workbench/workbench-context.tsx";
import classes from "./reader-margin.module.css";

/** The button that opens a claim from the margin. Its name says what its shape and colour say. */
export const MarginStamp = memo(function MarginStamp({ claimId }: { claimId: string }) {
  const t = useTranslations("workbench");
  const discussion = useTranslations("discussion");
  const labelOf = useStandingLabel();
  const locale = useLocale();
  const open = useOpenClaim();
  const claim = useClaims(useCallback((state: WorkbenchState) => state.byId.get(claimId), [claimId]));
  const isFocused = useClaims(useCallback((state: WorkbenchState) => state.focusedId === claimId, [claimId]));
  const people = usePeopleAt(claimId);
  const openAt = useOpenAt(people);
  if (!claim) return null;
  const standing = standingOf(claim);
  const name = t("stamp", { number: claim.number, standing: labelOf(claim), quote: claim.anchor.exact });
  const talk = claim.openThreads > 0 ? discussion("unresolved", { count: claim.openThreads }) : undefined;
  const stale = claim.stale ? t("staleStamp") : undefined;
  return (
    <button
      type="button"
      className={classes.stamp}
      data-mark-id={claimId}
      data-settled={standing.name === "settled" || undefined}
      aria-current={isFocused || undefined}
      aria-label={name}
      aria-description={[stale, openAt, talk].filter(Boolean).join(" ") || undefined}
      title={standing.name === "settled" ? standing.rating?.label[locale] : undefined}
      onClick={() => open(claimId)}
    >
      <span className={classes.shape}>
        <Stamp standing={standing} number={claim.number} />
        {claim.stale && (
          <span className={classes.stale} aria-hidden="true">
            !
          </span>
        )}
        {claim.openThreads > 0 && (
          <span className={classes.talk} aria-hidden="true">
            {claim.openThreads}
          </span>
        )}
      </span>
      <PersonMarks people={people} place="corner" />
      {standing.name === "settled" && <small aria-hidden="true">{claim.number}</small>}
    </button>
  );
});
