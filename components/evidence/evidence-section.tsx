"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { partProps } from "#components/workbench/panel-parts.ts";
import type { Claim } from "#domain/claim.ts";
import classes from "./evidence.module.css";
import { EvidenceForm } from "./evidence-form.tsx";
import { EvidenceItem } from "./evidence-item.tsx";
import { useEvidenceWriting } from "./use-evidence-writing.ts";

/** What speaks for and against the claim, numbered as the rationale cites it. */
export function EvidenceSection({ claim }: { claim: Claim }) {
  const t = useTranslations("evidence");
  const writing = useEvidenceWriting(claim.id);
  const [isAdding, setAdding] = useState(false);
  const mayWrite = claim.abilities.update;
  return (
    <section className={classes.section} aria-label={t("title", { count: claim.evidence.length })}>
      <div className={classes.head}>
        <h3>{t("title", { count: claim.evidence.length })}</h3>
        {mayWrite && !isAdding && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            rightSection={<Shortcut keys="E" />}
            aria-keyshortcuts="e"
            onClick={() => setAdding(true)}
            data-opens
            {...partProps("evidence")}
          >
            {t("add")}
          </Button>
        )}
      </div>
      {isAdding && (
        <EvidenceForm
          keptAs={`${claim.id}:new`}
          evidence={null}
          onSave={async (draft) => {
            await writing.add(draft);
            setAdding(false);
          }}
          onCancel={() => setAdding(false)}
        />
      )}
      {claim.evidence.length > 0 ? (
        <ol className={classes.list}>
          {claim.evidence.map((evidence) => (
            <EvidenceItem key={evidence.id} evidence={evidence} writing={writing} mayWrite={mayWrite} />
          ))}
        </ol>
      ) : (
        !isAdding && <p className={classes.none}>{t("none")}</p>
      )}
    </section>
  );
}
