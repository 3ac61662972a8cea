import { Button, UnstyledButton } from "@mantine/core";
import {
  IconAlertTriangle,
  IconArrowsMove,
  IconCheck,
  IconCircleDashed,
  IconTrashX,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { Stamp } from "#components/verdict/stamp.tsx";
import { standingOf } from "#components/verdict/standing.ts";
import { useStandingLabel } from "#components/verdict/use-standing-label.ts";
import type { DraftEntry } from "#domain/revision-draft.ts";
import { asksForDecision, isUndecided } from "./draft-progress.ts";
import { DropMenu } from "./drop-menu.tsx";
import { EntryCandidates } from "./entry-candidates.tsx";
import { EntryWords, oldWords } from "./entry-words.tsx";
import classes from "./report.module.css";
import type { Report } from "./use-report.ts";

const QUOTE = 48;

/** One claim of the report: folded to a line, or with its words, its likely places and what can be done. */
export const ReportEntry = memo(function ReportEntry({
  entry,
  report,
  isCurrent,
  language,
}: {
  entry: DraftEntry;
  report: Report;
  isCurrent: boolean;
  language: string;
}) {
  const t = useTranslations("versions");
  const labelOf = useStandingLabel();
  const { claim, why } = entry;
  const state = stateOf(entry);
  return (
    <li className={classes.entry} data-current={isCurrent || undefined} data-state={state}>
      <UnstyledButton
        className={classes.entryHead}
        data-entry-id={claim.id}
        aria-expanded={isCurrent}
        onClick={() => report.select(claim.id)}
      >
        <Stamp standing={standingOf(claim)} number={claim.number} />
        <span className={classes.entryTitle}>
          <span className={classes.entryNumber}>
            {t("entry.title", { number: claim.number, standing: labelOf(claim) })}
          </span>
          <span lang={language} className={classes.entryQuote}>
            {claim.statement || [...oldWords(entry)].slice(0, QUOTE).join("")}
          </span>
        </span>
        <span className={classes.state}>
          <StateIcon state={state} />
          {t(`states.${state}`)}
        </span>
      </UnstyledButton>
      {isCurrent && (
        <div className={classes.entryBody}>
          {why && <p className={classes.hint}>{t(`why.${why}`)}</p>}
          <EntryWords entry={entry} language={language} />
          {asksForDecision(entry) && <EntryCandidates entry={entry} report={report} language={language} />}
          <Decision entry={entry} />
          {report.mayDecide && <Ways entry={entry} report={report} />}
        </div>
      )}
    </li>
  );
});

type EntryState = "undecided" | "placed" | "dropped" | "moved" | "exact";

function stateOf(entry: DraftEntry): EntryState {
  if (entry.decision) return entry.decision.kind;
  if (isUndecided(entry)) return "undecided";
  return entry.outcome === "moved" ? "moved" : "exact";
}

const ICONS = {
  undecided: IconAlertTriangle,
  placed: IconCheck,
  dropped: IconTrashX,
  moved: IconArrowsMove,
  exact: IconCircleDashed,
} as const;

function StateIcon({ state }: { state: EntryState }) {
  const Icon = ICONS[state];
  return <Icon size={14} aria-hidden />;
}

/** Who decided what, and when. */
function Decision({ entry: { decision, decidedBy, decidedAt } }: { entry: DraftEntry }) {
  const t = useTranslations("versions");
  if (!decision || !decidedBy || !decidedAt) return null;
  const what =
    decision.kind === "dropped"
      ? t("entry.droppedBy", { name: decidedBy.name, reason: t(`drop.reasons.${decision.reason}`) })
      : t(decision.isChanged ? "entry.changedBy" : "entry.placedBy", { name: decidedBy.name });
  return (
    <p className={classes.decision}>
      {what} <RelativeTime at={decidedAt} />
    </p>
  );
}

function Ways({ entry, report }: { entry: DraftEntry; report: Report }) {
  const t = useTranslations("versions.entry");
  return (
    <div className={classes.ways}>
      {entry.decision ? (
        <Button
          size="compact-sm"
          variant="default"
          rightSection={<Shortcut keys="Z" />}
          aria-keyshortcuts="z"
          onClick={() => report.takeBack(entry)}
        >
          {t("takeBack")}
        </Button>
      ) : (
        <DropMenu claimId={entry.claim.id} shortcut="D" onDrop={(reason) => report.drop(entry, reason)} />
      )}
      <span className={classes.hint}>{t("selectHint")}</span>
    </div>
  );
}
