"use client";

import { useTranslations } from "next-intl";
import { ProseRow } from "#components/prose/prose-row.tsx";
import { type OpenProse, useProseSnapshot } from "#components/prose/use-prose.ts";
import { useDesk } from "#components/shell/desk-context.tsx";
import type { Claim } from "#domain/claim.ts";
import { parseRationale } from "#editor/parse-rationale.ts";
import { rationaleText } from "#editor/rationale-text.ts";
import classes from "./verdict.module.css";

/** Why the rating is what it is: rich text with citations of this claim's evidence, written together. */
export function RationaleField({ claim, prose }: { claim: Claim; prose: OpenProse | null }) {
  const t = useTranslations("verdict");
  const { member } = useDesk();
  const snapshot = useProseSnapshot(claim.id);
  const isReadOnly = !claim.abilities.update;
  const isReady = snapshot?.isReady ?? false;
  const words = storedWords(claim);
  const isEmpty = isReady && snapshot ? snapshot.isRationaleEmpty : words === "";
  return (
    <ProseRow claimId={claim.id} field="rationale" label={t("rationale")}>
      {isReadOnly && isEmpty ? (
        <p className={classes.noRationale}>—</p>
      ) : prose && isReady ? (
        <prose.parts.RationaleEditor
          room={prose.room}
          writer={member}
          label={t("rationale")}
          isReadOnly={isReadOnly}
          evidence={claim.evidence}
        />
      ) : (
        <div className={classes.standIn} data-read-only={isReadOnly || undefined}>
          {words}
        </div>
      )}
    </ProseRow>
  );
}

/** What the server held when the claim was last read, until the shared document is here. */
function storedWords(claim: Claim): string {
  const parsed = parseRationale(claim.verdict?.rationale ?? null);
  return parsed.ok ? rationaleText(parsed.rationale) : "";
}
