import { useTranslations } from "next-intl";
import type { Report } from "#domain/report.ts";
import { ratingTotals } from "#domain/report-totals.ts";
import { RatingMark } from "./rating-mark.tsx";
import classes from "./report.module.css";

/** How many claims have which rating. */
export function ReportTotals({ report }: { report: Report }) {
  const t = useTranslations("report");
  return (
    <table className={classes.table}>
      <caption>{t("totals")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("rating")}</th>
          <th scope="col" data-number>
            {t("count")}
          </th>
        </tr>
      </thead>
      <tbody>
        {ratingTotals(report).map(({ rating, scale, count }) => (
          <tr key={rating ? `${scale} ${rating.key}` : ""}>
            <td>
              <RatingMark rating={rating} />
            </td>
            <td data-number>{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
