import Link from "next/link";
import { useTranslations } from "next-intl";
import { PartialDate } from "#components/ui/partial-date.tsx";
import { isSettled } from "#domain/claim.ts";
import type { ReportClaim } from "#domain/report.ts";
import { FactList } from "./fact-list.tsx";
import { RatingMark } from "./rating-mark.tsx";
import { ReportRationale } from "./rationale.tsx";
import classes from "./report.module.css";
import { ReportSources } from "./sources.tsx";

/** One claim with all that was found about it; `#claim-n` is its address. */
export function ReportClaimCard({ claim, language }: { claim: ReportClaim; language: string }) {
  const t = useTranslations("report.claim");
  const tClaim = useTranslations("claim");
  const tReport = useTranslations("report");
  const { anchor, number, verdict } = claim;
  return (
    <article id={`claim-${number}`} className={classes.claim} aria-labelledby={`claim-${number}-title`}>
      <header className={classes.head}>
        <h3 id={`claim-${number}-title`}>{t("title", { number })}</h3>
        <RatingMark rating={verdict?.ratingDetail ?? null} />
      </header>
      <blockquote className={classes.said} lang={language} dir="auto">
        {anchor.exact}
      </blockquote>
      <p className={classes.ways}>
        {anchor.state === "needs_placing" ? (
          <span>{t("needsPlacing")}</span>
        ) : (
          <a href={`#text-${number}`}>{t("toText")}</a>
        )}
        <Link href={`/articles/${claim.articleId}?claim=${claim.id}`}>{t("open")}</Link>
      </p>
      {verdict?.summary && (
        <p className={classes.finding} dir="auto">
          {verdict.summary}
        </p>
      )}
      <FactList
        facts={[
          { label: t("statement"), value: claim.statement },
          { label: t("claimant"), value: claim.claimant },
          { label: t("said"), value: claim.saidOn && <PartialDate value={claim.saidOn} /> },
          { label: t("where"), value: claim.saidWhere },
          {
            label: t("kinds"),
            value: claim.kinds.map((kind) => tClaim(`kinds.${kind}`)).join(tReport("separator")),
          },
          { label: t("workState"), value: isSettled(claim) ? null : tClaim(`workStates.${claim.workState}`) },
        ]}
      />
      <ReportRationale claim={claim} />
      <ReportSources claim={claim} />
    </article>
  );
}
