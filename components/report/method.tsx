import { useLocale, useTranslations } from "next-intl";
import { changesIn } from "#domain/import-edit.ts";
import { machineReadFacts } from "#domain/machine-reading.ts";
import type { Report } from "#domain/report.ts";
import type { Scale } from "#domain/scale.ts";
import { RatingMark } from "./rating-mark.tsx";
import classes from "./report.module.css";

/** How the work was done, and what every rating of every scale in use means. */
export function ReportMethod({ report }: { report: Report }) {
  const t = useTranslations("report.method");
  const { editedByHand = {}, machineRead } = report.revision;
  const changes = changesIn(editedByHand);
  const corrections = editedByHand.correct ?? 0;
  return (
    <>
      <p>{t("work", { desk: report.desk })}</p>
      <p>{t("evidence")}</p>
      <p>{t("text")}</p>
      {changes > 0 && (
        <p>{corrections > 0 ? t("corrected", { changes, corrections }) : t("edited", { changes })}</p>
      )}
      {machineRead && <p>{t("machineRead", { ...machineReadFacts(machineRead) })}</p>}
      {report.scales.map((scale) => (
        <ScaleTable key={`${scale.id} ${scale.version}`} scale={scale} />
      ))}
    </>
  );
}

function ScaleTable({ scale }: { scale: Scale }) {
  const t = useTranslations("report");
  const locale = useLocale();
  return (
    <table className={classes.table}>
      <caption>{t("definitions", { scale: scale.name[locale] })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("rating")}</th>
          <th scope="col">{t("definition")}</th>
        </tr>
      </thead>
      <tbody>
        {scale.ratings.map((rating) => (
          <tr key={rating.key}>
            <td>
              <RatingMark rating={rating} />
            </td>
            <td>{rating.definition[locale]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
