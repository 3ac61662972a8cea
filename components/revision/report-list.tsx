import { UnstyledButton } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { DraftEntry } from "#domain/revision-draft.ts";
import { type DraftGroup, groupEntries } from "./draft-progress.ts";
import classes from "./report.module.css";
import { ReportEntry } from "./report-entry.tsx";
import type { Report } from "./use-report.ts";

/** Every claim of the article, by what the new version does to it; those that ask for a person first. */
export function ReportList({ report, language }: { report: Report; language: string }) {
  const t = useTranslations("versions");
  const groups = groupEntries(report.draft.entries);
  if (groups.length === 0) return <p className={classes.hint}>{t("noClaims")}</p>;
  return (
    <div data-report-list>
      {groups.map(({ group, entries }) => (
        <Group key={group} group={group} entries={entries} report={report} language={language} />
      ))}
    </div>
  );
}

function Group({
  group,
  entries,
  report,
  language,
}: {
  group: DraftGroup;
  entries: readonly DraftEntry[];
  report: Report;
  language: string;
}) {
  const t = useTranslations("versions");
  const holdsCurrent = entries.some(({ claim }) => claim.id === report.current?.claim.id);
  const [isUnfolded, setUnfolded] = useState(group !== "exact");
  const isOpen = isUnfolded || holdsCurrent;
  return (
    <section className={classes.group} aria-label={t(`groups.${group}`)}>
      <h2 className={classes.groupHead}>
        <UnstyledButton aria-expanded={isOpen} onClick={() => setUnfolded(!isOpen)}>
          {t(`groups.${group}`)} <b>{entries.length}</b>
        </UnstyledButton>
      </h2>
      <p className={classes.hint}>{t(`groupHints.${group}`)}</p>
      {isOpen && (
        <ol className={classes.entries}>
          {entries.map((entry) => (
            <ReportEntry
              key={entry.claim.id}
              entry={entry}
              report={report}
              isCurrent={entry.claim.id === report.current?.claim.id}
              language={language}
            />
          ))}
        </ol>
      )}
    </section>
  );
}
