import { useLocale, useTranslations } from "next-intl";
import { RatingStamp } from "#components/verdict/stamp.tsx";
import type { Rating } from "#domain/scale.ts";
import classes from "./report.module.css";

/** A rating as stamp and word; null says that there is none yet. */
export function RatingMark({ rating }: { rating: Rating | null }) {
  const t = useTranslations("report");
  const locale = useLocale();
  return (
    <span className={classes.mark}>
      {rating && <RatingStamp rating={rating} />}
      <span className={rating ? undefined : classes.quiet}>{rating?.label[locale] ?? t("unrated")}</span>
    </span>
  );
}
