import { useTranslations } from "next-intl";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { RevisionDraft } from "#domain/revision-draft.ts";
import { asksForDecision, DRAFT_GROUPS, isUndecided } from "./draft-progress.ts";
import { ProvenanceLine } from "./provenance.tsx";
import classes from "./report.module.css";

/** What lies on the desk, who brought it, and what it does to the claims in numbers. */
export function ReportHead({ draft }: { draft: RevisionDraft }) {
  const t = useTranslations("versions");
  const asked = draft.entries.filter(asksForDecision).length;
  const left = draft.entries.filter(isUndecided).length;
  return (
    <header className={classes.head}>
      <h1 className={classes.title}>{t("reportTitle", { number: draft.base.number + 1 })}</h1>
      <p className={classes.brought}>
        {t.rich("broughtBy", {
          name: draft.createdBy.name,
          time: () => <RelativeTime at={draft.createdAt} />,
        })}
        {" ・ "}
        <ProvenanceLine provenance={draft} />
      </p>
      <ul className={classes.totals} aria-label={t("totals")}>
        {DRAFT_GROUPS.toReversed().map((group) => (
          <li key={group} data-group={group}>
            <b>{draft.entries.filter(({ outcome }) => outcome === group).length}</b> {t(`groups.${group}`)}
          </li>
        ))}
      </ul>
      <p className={classes.progress} role="status">
        {asked === 0 ? t("nothingToDecide") : t("progress", { left, asked })}
      </p>
      <progress
        className={classes.bar}
        max={Math.max(asked, 1)}
        value={asked === 0 ? 1 : asked - left}
        aria-label={t("progressLabel")}
      />
    </header>
  );
}
