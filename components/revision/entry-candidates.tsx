import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { diffText } from "#domain/diff/text-diff.ts";
import type { DraftEntry } from "#domain/revision-draft.ts";
import { DiffText } from "./diff-text.tsx";
import { oldWords } from "./entry-words.tsx";
import classes from "./report.module.css";
import { CANDIDATE_KEYS } from "./report-keys.ts";
import type { Report } from "./use-report.ts";

/** The likeliest places of a claim, each with what would differ there; one press puts the claim on it. */
export function EntryCandidates({
  entry,
  report,
  language,
}: {
  entry: DraftEntry;
  report: Report;
  language: string;
}) {
  const t = useTranslations("versions.entry");
  const { candidates, outcome, decision } = entry;
  if (candidates.length === 0) return <p className={classes.hint}>{t("noCandidates")}</p>;
  const was = oldWords(entry);
  return (
    <ol className={classes.candidates} aria-label={t("candidates")}>
      {candidates.slice(0, CANDIDATE_KEYS).map((candidate, index) => {
        const isChosen =
          decision?.kind === "placed" && decision.start === candidate.start && decision.end === candidate.end;
        const isConfirmed = index === 0 && outcome === "changed";
        return (
          <li
            key={`${candidate.start}-${candidate.end}`}
            className={classes.candidate}
            data-chosen={isChosen || undefined}
          >
            <span className={classes.candidateNumber} aria-hidden>
              {index + 1}
            </span>
            <p lang={language} dir="auto">
              <span className={classes.context}>…{[...candidate.prefix].slice(-12).join("")}</span>
              <DiffText segments={diffText(was, candidate.exact)} />
              <span className={classes.context}>{[...candidate.suffix].slice(0, 12).join("")}…</span>
            </p>
            {report.mayDecide && (
              <Button
                size="compact-sm"
                variant={isConfirmed && !decision ? "filled" : "default"}
                disabled={isChosen}
                loading={report.busyId === entry.claim.id}
                rightSection={<Shortcut keys={isConfirmed ? "Enter" : String(index + 1)} />}
                aria-keyshortcuts={isConfirmed ? `Enter ${index + 1}` : String(index + 1)}
                aria-label={t("placeAt", { number: index + 1 })}
                onClick={() => report.place(entry, candidate)}
              >
                {t(isChosen ? "placedHere" : isConfirmed ? "confirm" : "placeHere")}
              </Button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
