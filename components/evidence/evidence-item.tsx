"use client";

import { ActionIcon } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SourceLine } from "#components/source/source-line.tsx";
import type { Evidence } from "#domain/evidence.ts";
import classes from "./evidence.module.css";
import { EvidenceForm } from "./evidence-form.tsx";
import { StanceTag } from "./stance-tag.tsx";
import type { EvidenceWriting } from "./use-evidence-writing.ts";

interface EvidenceItemProps {
  evidence: Evidence;
  /** The last change of it has not reached the server. */
  isUnsent: boolean;
  writing: EvidenceWriting;
  mayWrite: boolean;
}

export function EvidenceItem({ evidence, isUnsent, writing, mayWrite }: EvidenceItemProps) {
  const t = useTranslations("evidence");
  const [isEditing, setEditing] = useState(false);
  const { source, number, stance, primary, quote, locator, note, addedBy } = evidence;
  if (isEditing) {
    return (
      <li className={classes.editing}>
        <EvidenceForm
          keptAs={`${evidence.id}:${evidence.version}`}
          evidence={evidence}
          onSave={async ({ source: _, ...detail }, version) => {
            await writing.update(version === null ? evidence : { ...evidence, version }, detail);
            setEditing(false);
          }}
          onCancel={() => setEditing(false)}
        />
      </li>
    );
  }
  return (
    <li className={classes.item}>
      <span className={classes.number}>[{number}]</span>
      <div className={classes.body}>
        <p className={classes.line}>
          <StanceTag stance={stance} />
          <span className={classes.primary}>{t(primary ? "primary" : "secondary")}</span>
        </p>
        <SourceLine source={source} />
        {quote && <q className={classes.quote}>{quote}</q>}
        {locator && <p className={classes.small}>{t("locatorIs", { locator })}</p>}
        {note && <p className={classes.note}>{note}</p>}
        <p className={classes.small}>
          {t("addedBy", { name: addedBy.name })} {isUnsent && t("unsent")}
        </p>
      </div>
      {mayWrite && (
        <div className={classes.tools}>
          <ActionIcon
            aria-label={t("edit", { number })}
            title={t("editHint")}
            onClick={() => setEditing(true)}
          >
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            aria-label={t("remove", { number })}
            title={t("removeHint")}
            onClick={() => writing.remove(evidence)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      )}
    </li>
  );
}
