"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import panel from "#components/claim/panel.module.css";
import type { DeedQueue } from "#components/queue/deed-queue.ts";
import { useQueueState } from "#components/queue/queue-provider.tsx";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { partProps } from "#components/workbench/panel-parts.ts";
import type { Claim } from "#domain/claim.ts";
import classes from "./evidence.module.css";
import { EvidenceForm } from "./evidence-form.tsx";
import { EvidenceItem } from "./evidence-item.tsx";
import { NewEvidenceItem } from "./new-evidence-item.tsx";
import { shownEvidence } from "./shown-evidence.ts";
import { useEvidenceWriting } from "./use-evidence-writing.ts";

const entriesOf = (queue: DeedQueue) => queue.entries;
const NONE: never[] = [];

/** What speaks for and against the claim, numbered as the rationale cites it. */
export function EvidenceSection({ claim }: { claim: Claim }) {
  const t = useTranslations("evidence");
  const writing = useEvidenceWriting(claim.id);
  const [isAdding, setAdding] = useState(false);
  const mayWrite = claim.abilities.update;
  const { known, added } = shownEvidence(claim.id, claim.evidence, useQueueState(entriesOf, NONE));
  const count = known.length + added.length;
  return (
    <section className={panel.section} aria-label={t("title", { count })}>
      <div className={panel.sectionHead}>
        <h3>{t("title", { count })}</h3>
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
          onSave={async (draft, _version, title) => {
            await writing.add(draft, title);
            setAdding(false);
          }}
          onCancel={() => setAdding(false)}
        />
      )}
      {count > 0 ? (
        <ol className={classes.list}>
          {known.map(({ evidence, isUnsent }) => (
            <EvidenceItem
              key={evidence.id}
              evidence={evidence}
              isUnsent={isUnsent}
              writing={writing}
              mayWrite={mayWrite}
            />
          ))}
          {added.map((piece) => (
            <NewEvidenceItem key={piece.id} added={piece} />
          ))}
        </ol>
      ) : (
        !isAdding && <p className={panel.none}>{t("none")}</p>
      )}
    </section>
  );
}
