"use client";

import { useLocale, useTranslations } from "next-intl";
import { memo, useCallback } from "react";
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
  const labelOf = useStandingLabel();
  const locale = useLocale();
  const open = useOpenClaim();
  const claim = useClaims(useCallback((state: WorkbenchState) => state.byId.get(claimId), [claimId]));
  const isFocused = useClaims(useCallback((state: WorkbenchState) => state.focusedId === claimId, [claimId]));
  if (!claim) return null;
  const standing = standingOf(claim);
  const name = t("stamp", { number: claim.number, standing: labelOf(claim), quote: claim.anchor.exact });
  return (
    <button
      type="button"
      className={classes.stamp}
      data-mark-id={claimId}
      data-settled={standing.name === "settled" || undefined}
      aria-current={isFocused || undefined}
      aria-label={name}
      title={standing.name === "settled" ? standing.rating?.label[locale] : undefined}
      onClick={() => open(claimId)}
    >
      <Stamp standing={standing} number={claim.number} />
      {standing.name === "settled" && <small aria-hidden="true">{claim.number}</small>}
    </button>
  );
});
