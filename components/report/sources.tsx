import { useTranslations } from "next-intl";
import { PartialDate } from "#components/ui/partial-date.tsx";
import type { ReportClaim } from "#domain/report.ts";
import classes from "./report.module.css";

type Evidence = ReportClaim["evidence"][number];

/** The claim's sources, numbered as the rationale cites them. */
export function ReportSources({ claim }: { claim: ReportClaim }) {
  const t = useTranslations("report.claim");
  if (claim.evidence.length === 0) return <p className={classes.quiet}>{t("noEvidence")}</p>;
  return (
    <>
      <h4>{t("evidence")}</h4>
      <ol className={classes.sources}>
        {claim.evidence.map((evidence) => (
          <li
            key={evidence.id}
            id={`claim-${claim.number}-source-${evidence.number}`}
            value={evidence.number}
          >
            <Source evidence={evidence} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Source({ evidence }: { evidence: Evidence }) {
  const t = useTranslations("report.source");
  const { source, stance, primary, quote, locator, note } = evidence;
  return (
    <>
      <p>
        <span className={classes.tag} data-stance={stance}>
          {t(`stances.${stance}`)}
        </span>
        <span className={classes.tag}>{primary ? t("primary") : t("secondary")}</span>
        <bdi>
          {source.url ? (
            <a href={source.url} rel="noopener noreferrer">
              {source.title}
            </a>
          ) : (
            source.title
          )}
        </bdi>
      </p>
      <SourceLine source={source} />
      {quote && <blockquote dir="auto">{quote}</blockquote>}
      {locator && <Detail label={t("locator")} value={locator} />}
      {note && <Detail label={t("note")} value={note} />}
    </>
  );
}

function SourceLine({ source }: { source: Evidence["source"] }) {
  const t = useTranslations("report.source");
  const tReport = useTranslations("report");
  const { author, publisher, issued, accessed } = source;
  const people = [author, publisher].filter(Boolean).join(tReport("separator"));
  if (!people && !issued && !accessed) return null;
  return (
    <p className={classes.quiet}>
      {people && <bdi>{people} </bdi>}
      {issued && (
        <>
          {t("issued")} <PartialDate value={issued} />{" "}
        </>
      )}
      {accessed && (
        <>
          {t("accessed")} <PartialDate value={accessed} />
        </>
      )}
    </p>
  );
}

const Detail = ({ label, value }: { label: string; value: string }) => (
  <p className={classes.quiet}>
    {label} <bdi>{value}</bdi>
  </p>
);
