"use client";

import { useLocale, useTranslations } from "next-intl";
import { memo, useMemo } from "react";
import { RATING_COLOUR_VALUE } from "#components/theme/rating-colour.ts";
import { isSettled } from "#domain/claim.ts";
import type { RatingColour } from "#domain/scale.ts";
import type { WorkbenchState } from "./claim-store.ts";
import { meterParts } from "./meter-parts.ts";
import classes from "./workbench.module.css";
import { useClaims, useWorkbench } from "./workbench-context.tsx";

const selectClaims = (state: WorkbenchState) => state.claims;

/** The article as a line: settled by rating, in work, untouched. */
export const CoverageMeter = memo(function CoverageMeter() {
  const t = useTranslations("workbench");
  const locale = useLocale();
  const { scale } = useWorkbench();
  const claims = useClaims(selectClaims);
  const parts = useMemo(() => meterParts(claims, scale), [claims, scale]);
  const settled = claims.filter(isSettled).length;
  const words = parts.map(({ look, count }) => {
    if (look === "open" || look === "work") return t(`meter.${look}`, { count });
    const rating = scale.ratings.find(({ colour }) => `settled-${colour}` === look);
    return t("meter.rating", { rating: rating?.label[locale] ?? "", count });
  });
  const summary = t("meter.settled", { settled, claims: claims.length });
  return (
    <span
      className={classes.meter}
      role="img"
      aria-label={[summary, ...words].join(" ")}
      title={[summary, ...words].join("\n")}
    >
      <span aria-hidden="true">
        {settled} / {claims.length}
      </span>
      <span className={classes.track} aria-hidden="true">
        {parts.map(({ look, count }) => (
          <i key={look} style={{ flexGrow: count, background: colourOf(look) }} />
        ))}
      </span>
    </span>
  );
});

function colourOf(look: ReturnType<typeof meterParts>[number]["look"]): string {
  if (look === "open") return "transparent";
  if (look === "work") return "repeating-linear-gradient(135deg, var(--shu) 0 2px, transparent 2px 4px)";
  return RATING_COLOUR_VALUE[look.replace("settled-", "") as RatingColour];
}
