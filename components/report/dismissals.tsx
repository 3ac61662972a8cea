import { useTranslations } from "next-intl";
import type { Report } from "#domain/report.ts";
import classes from "./report.module.css";

/** The bullets that were left unchecked, each with its reason. */
export function ReportDismissals({ report }: { report: Report }) {
  const t = useTranslations("report.reasons");
  const texts = new Map(report.revision.blocks.map(({ id, text }) => [id, text]));
  return (
    <ul className={classes.dismissed}>
      {report.dismissals.map(({ blockId, reason }) => (
        <li key={blockId}>
          <bdi lang={report.article.language}>{texts.get(blockId)}</bdi>{" "}
          <span className={classes.tag}>{t(reason)}</span>
        </li>
      ))}
    </ul>
  );
}
