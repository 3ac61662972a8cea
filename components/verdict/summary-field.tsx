"use client";

import { useTranslations } from "next-intl";
import classes from "#components/prose/prose.module.css";
import { ProseRow } from "#components/prose/prose-row.tsx";
import { type OpenProse, useProseSnapshot } from "#components/prose/use-prose.ts";
import { useDesk } from "#components/shell/desk-context.tsx";
import type { Claim } from "#domain/claim.ts";
import { MAX_SUMMARY_LENGTH } from "#domain/verdict.ts";
import verdictClasses from "./verdict.module.css";

/** The finding in one sentence, written together. */
export function SummaryField({ claim, prose }: { claim: Claim; prose: OpenProse | null }) {
  const t = useTranslations("verdict");
  const { member } = useDesk();
  const snapshot = useProseSnapshot(claim.id);
  const isReadOnly = !claim.abilities.update;
  const isReady = snapshot?.isReady ?? false;
  const summary = isReady && snapshot ? snapshot.summary : (claim.verdict?.summary ?? "");
  const placeholder = isReadOnly ? "—" : t("summaryPlaceholder");
  return (
    <ProseRow
      claimId={claim.id}
      field="summary"
      label={t("summary")}
      aside={isReadOnly ? null : <SummaryCount length={summary.length} />}
    >
      <div
        className={classes.line}
        data-read-only={isReadOnly || undefined}
        data-placeholder={summary === "" ? placeholder : undefined}
      >
        {prose && isReady ? (
          <prose.parts.SummaryEditor
            room={prose.room}
            writer={member}
            label={t("summary")}
            isReadOnly={isReadOnly}
          />
        ) : (
          <p>{summary || "\u200b"}</p>
        )}
      </div>
    </ProseRow>
  );
}

function SummaryCount({ length }: { length: number }) {
  const t = useTranslations("verdict");
  return (
    <span className={verdictClasses.count} data-near={length > MAX_SUMMARY_LENGTH * 0.9 || undefined}>
      {t("count", { length, limit: MAX_SUMMARY_LENGTH })}
    </span>
  );
}
