import type { Locale } from "#domain/localized.ts";
import type { Report, ReportClaim } from "#domain/report.ts";
import { printedDate, printedMoment } from "./dates.ts";
import { WORDS } from "./words.ts";

/** A labelled line of a report. `address` is given where the value is a link. */
export interface Fact {
  label: string;
  value: string;
  address?: string;
}

/** What stands at the head of a report. Nothing that is empty is listed. */
export function reportFacts(report: Report, locale: Locale): Fact[] {
  const words = WORDS[locale];
  const { article, revision, progress, coverage } = report;
  const facts: Fact[] = [
    { label: words.byline, value: article.byline },
    { label: words.publisher, value: article.publisher },
    { label: words.published, value: article.publishedAt ? printedDate(article.publishedAt, locale) : "" },
    { label: words.address, value: article.url ?? "", address: article.url ?? "" },
    { label: words.desk, value: report.desk },
    { label: words.generated, value: printedMoment(report.generatedAt, locale) },
    { label: words.progress, value: words.progressText(progress.settled, progress.claims) },
    {
      label: words.coverage,
      value: words.coverageText(coverage.claimed, coverage.dismissed, coverage.bullets),
    },
    { label: words.revision, value: String(revision.number) },
    { label: words.fingerprint, value: revision.sha256 },
  ];
  return facts.filter(({ value }) => value !== "");
}

/** What is known of a claim besides its finding. Nothing that is empty is listed; work state only where it is open. */
export function claimFacts(claim: ReportClaim, locale: Locale): Fact[] {
  const words = WORDS[locale];
  const said = [claim.saidOn ? printedDate(claim.saidOn, locale) : "", claim.saidWhere];
  const facts: Fact[] = [
    { label: words.statement, value: claim.statement },
    { label: words.claimant, value: claim.claimant },
    { label: words.said, value: said.filter(Boolean).join(words.comma) },
    { label: words.kinds, value: claim.kinds.map((kind) => words.kind[kind]).join(words.comma) },
    { label: words.workState, value: claim.workState === "settled" ? "" : words.workStates[claim.workState] },
  ];
  return facts.filter(({ value }) => value !== "");
}

/** A source in one line after its title: author, publisher, dates. */
export function sourceLine({ source }: ReportClaim["evidence"][number], locale: Locale): string {
  const words = WORDS[locale];
  const dated = (label: string, date: string | null) =>
    date ? `${label}${words.colon}${printedDate(date, locale)}` : "";
  return [
    source.author ?? "",
    source.publisher ?? "",
    dated(words.issued, source.issued),
    dated(words.accessed, source.accessed),
  ]
    .filter(Boolean)
    .join(words.comma);
}

/** What must be said of the report's scope before anything else; empty where there is nothing to say it of. */
export function scopeNotice({ scope, progress }: Report, locale: Locale): string {
  const words = WORDS[locale];
  if (scope === "draft") return words.draftNotice;
  return progress.settled === 0 ? "" : words.settledNotice(progress.claims - progress.settled);
}
