import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Report } from "#domain/report.ts";
import { ReportClaimCard } from "./claim.tsx";
import { ReportDismissals } from "./dismissals.tsx";
import { ReportEmpty } from "./empty.tsx";
import { ReportFacts } from "./facts.tsx";
import { ReportMethod } from "./method.tsx";
import classes from "./report.module.css";
import { ReportText } from "./text.tsx";
import { ReportTotals } from "./totals.tsx";

/** The report as it is read and printed; the same content as the HTML export. */
export function ReportSheet({ report }: { report: Report }) {
  const t = useTranslations("report");
  const { article, claims, dismissals, progress, scope } = report;
  return (
    <article className={classes.sheet}>
      <p className={classes.kicker}>{t("kicker")}</p>
      <h1 className={classes.title} lang={article.language}>
        {article.title}
      </h1>
      {scope === "draft" ? (
        <p className={classes.draft}>{t("draftNotice")}</p>
      ) : (
        progress.settled > 0 && (
          <p className={classes.quiet}>{t("settledNotice", { left: progress.claims - progress.settled })}</p>
        )
      )}
      <Section id="summary" title={t("sections.summary")}>
        <ReportFacts report={report} />
        {claims.length > 0 && <ReportTotals report={report} />}
      </Section>
      <Section id="text" title={t("sections.text")}>
        <ReportText report={report} />
      </Section>
      <Section id="claims" title={t("sections.claims")}>
        {claims.length === 0 && <ReportEmpty articleId={article.id} scope={scope} />}
        {claims.map((claim) => (
          <ReportClaimCard key={claim.id} claim={claim} language={article.language} />
        ))}
      </Section>
      {dismissals.length > 0 && (
        <Section id="dismissed" title={t("sections.dismissed")}>
          <ReportDismissals report={report} />
        </Section>
      )}
      <Section id="method" title={t("sections.method")}>
        <ReportMethod report={report} />
      </Section>
    </article>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={classes.heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}
