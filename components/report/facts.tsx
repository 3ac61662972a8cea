import { useFormatter, useTranslations } from "next-intl";
import { PartialDate } from "#components/ui/partial-date.tsx";
import type { Report } from "#domain/report.ts";
import { FactList } from "./fact-list.tsx";
import classes from "./report.module.css";

/** What stands at the head of a report: the article, who checked it, how far, and which text exactly. */
export function ReportFacts({ report }: { report: Report }) {
  const t = useTranslations("report.facts");
  const format = useFormatter();
  const { article, revision, progress, coverage } = report;
  const { bullets, claimed, dismissed } = coverage;
  const open = bullets - claimed - dismissed;
  const made = format.dateTime(new Date(report.generatedAt), { dateStyle: "long", timeStyle: "short" });
  return (
    <FactList
      facts={[
        { label: t("byline"), value: article.byline },
        { label: t("publisher"), value: article.publisher },
        {
          label: t("published"),
          value: article.publishedAt && <PartialDate value={article.publishedAt} />,
        },
        { label: t("url"), value: article.url && <a href={article.url}>{article.url}</a> },
        { label: t("desk"), value: report.desk },
        { label: t("generated"), value: <time dateTime={report.generatedAt}>{made}</time> },
        { label: t("progress"), value: t("progressValue", progress) },
        { label: t("coverage"), value: t("coverageValue", { bullets, claimed, dismissed, open }) },
        { label: t("revision"), value: String(revision.number) },
        { label: t("sha256"), value: <code className={classes.hash}>{revision.sha256}</code> },
      ]}
    />
  );
}
