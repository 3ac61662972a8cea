"use client";

import type { ReactNode } from "react";
import { FieldStatus } from "#components/claim/field-status.tsx";
import classes from "#components/claim/panel.module.css";
import type { ProseField } from "#domain/prose.ts";
import { useProseSnapshot } from "./use-prose.ts";

interface ProseRowProps {
  claimId: string;
  field: ProseField;
  label: string;
  /** Beside the label: a counter. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A part of a claim's prose under its label, with how its saving stands: as any other field of a claim. */
export function ProseRow({ claimId, field, label, aside, children }: ProseRowProps) {
  const phase = useProseSnapshot(claimId)?.phase;
  return (
    <div className={classes.field} data-wide data-field={field}>
      <div className={classes.fieldHead}>
        <span className={classes.label}>{label}</span>
        {aside}
        {phase && <FieldStatus phase={phase} />}
      </div>
      <div className={classes.control}>{children}</div>
    </div>
  );
}
