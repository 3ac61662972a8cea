"use client";

import { useTranslations } from "next-intl";
import { ClaimDiscussion } from "#components/discussion/claim-discussion.tsx";
import { EvidenceSection } from "#components/evidence/evidence-section.tsx";
import { ClaimHistory } from "#components/history/claim-history.tsx";
import { VerdictBox } from "#components/verdict/verdict-box.tsx";
import { type Claim, claimFieldsSchema } from "#domain/claim.ts";
import { AssigneeField, KindsField, PriorityField } from "./choice-fields.tsx";
import { DateField } from "./date-field.tsx";
import classes from "./panel.module.css";
import { TextField } from "./text-field.tsx";
import { WorkState } from "./work-state.tsx";

const { statement, claimant, saidWhere } = claimFieldsSchema.shape;

/** Everything that is known and found about one claim, in the order one works through it. */
export function PanelBody({ claim }: { claim: Claim }) {
  const t = useTranslations("claim");
  const isReadOnly = !claim.abilities.update;
  const own = { claimId: claim.id, isReadOnly };
  return (
    <>
      <section className={classes.fields} aria-label={t("about")}>
        <TextField
          {...own}
          name="statement"
          label={t("fields.statement")}
          placeholder={t("statementPlaceholder")}
          maxLength={statement.maxLength ?? 1000}
        />
        <TextField
          {...own}
          name="claimant"
          label={t("fields.claimant")}
          placeholder={t("claimantPlaceholder")}
          maxLength={claimant.maxLength ?? 200}
          isLine
        />
        <DateField {...own} label={t("fields.saidOn")} />
        <TextField
          {...own}
          name="saidWhere"
          label={t("fields.saidWhere")}
          placeholder={t("saidWherePlaceholder")}
          maxLength={saidWhere.maxLength ?? 300}
          isLine
        />
        <KindsField {...own} />
        <PriorityField {...own} />
        <AssigneeField {...own} />
      </section>
      <VerdictBox claim={claim} />
      <WorkState claim={claim} />
      <EvidenceSection claim={claim} />
      <ClaimDiscussion claim={claim} />
      <ClaimHistory claimId={claim.id} />
    </>
  );
}
