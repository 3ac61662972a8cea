import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReportScope } from "#domain/report.ts";
import classes from "./report.module.css";

/** What stands where claims would: why there are none, and the way to some. */
export function ReportEmpty({ articleId, scope }: { articleId: string; scope: ReportScope }) {
  const t = useTranslations("report.empty");
  return (
    <div className={classes.empty}>
      <p className={classes.finding}>{t("title")}</p>
      <p>{t(scope)}</p>
      <p>
        <Link href={`/articles/${articleId}`}>{t("mark")}</Link>
      </p>
    </div>
  );
}
