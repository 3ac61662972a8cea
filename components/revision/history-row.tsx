import { Checkbox } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { OutcomeCounts, RevisionSummary } from "#domain/revision.ts";
import { ProvenanceLine } from "./provenance.tsx";
import classes from "./versions.module.css";

interface HistoryRowProps {
  articleId: string;
  revision: RevisionSummary;
  isNewest: boolean;
  /** Absent where there is nothing to compare it with. */
  choice?: { isChosen: boolean; toggle: () => void };
}

export function HistoryRow({ articleId, revision, isNewest, choice }: HistoryRowProps) {
  const t = useTranslations("versions");
  const { number, sha256, characters, createdBy, createdAt, outcomes } = revision;
  const base = `/articles/${articleId}`;
  return (
    <li className={classes.version} id={`version-${number}`}>
      <div className={classes.versionHead}>
        {choice && (
          <Checkbox
            aria-label={t("history.choose", { number })}
            checked={choice.isChosen}
            onChange={choice.toggle}
          />
        )}
        <h2>
          <Link href={isNewest ? base : `${base}/versions/${number}`}>{t("revision", { number })}</Link>
        </h2>
        {isNewest && <span className={classes.newest}>{t("history.newest")}</span>}
        <span className={classes.length}>{t("history.characters", { count: characters })}</span>
      </div>
      <p className={classes.brought}>
        {t.rich("broughtBy", { name: createdBy.name, time: () => <RelativeTime at={createdAt} /> })}
        {" ・ "}
        <ProvenanceLine provenance={revision} />
      </p>
      {outcomes && <Outcomes outcomes={outcomes} />}
      <div className={classes.hash}>
        <span>SHA-256</span>
        <code>{sha256}</code>
        <CopyButton text={sha256} />
      </div>
      <p className={classes.links}>
        <Link href={`${base}/versions/${number}`}>{t("history.read")}</Link>
        {number > 1 && (
          <Link href={`${base}/versions/compare?from=${number - 1}&to=${number}`}>
            {t("history.compare", { number: number - 1 })}
          </Link>
        )}
      </p>
    </li>
  );
}

const OUTCOMES = ["exact", "moved", "changed", "needsPlacing", "dropped"] as const;

/** What saving it did to the claims; kinds without any are not told of. */
function Outcomes({ outcomes }: { outcomes: OutcomeCounts }) {
  const t = useTranslations("versions");
  const found = OUTCOMES.filter((outcome) => outcomes[outcome] > 0);
  if (found.length === 0) return <p className={classes.brought}>{t("history.noClaims")}</p>;
  return (
    <ul className={classes.outcomes} aria-label={t("totals")}>
      {found.map((outcome) => (
        <li key={outcome} data-outcome={outcome}>
          {t(`outcomes.${outcome}`)} <b>{outcomes[outcome]}</b>
        </li>
      ))}
    </ul>
  );
}
