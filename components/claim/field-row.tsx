"use client";

import type { ReactNode } from "react";
import type { FieldName, FieldValues } from "./claim-field.ts";
import { Conflict } from "./conflict.tsx";
import { FieldNewsNote } from "./field-news-note.tsx";
import type { FieldState } from "./field-state.ts";
import { FieldStatus } from "./field-status.tsx";
import classes from "./panel.module.css";

interface FieldRowProps<Name extends FieldName> {
  claimId: string;
  name: Name;
  label: string;
  /** The control's id, where the label is for one control. */
  htmlFor?: string;
  labelId?: string;
  state: FieldState<FieldValues[Name]>;
  /** Beside the label: a key, a counter. */
  aside?: ReactNode;
  /** The label stands above the control and not beside it. */
  isWide?: boolean;
  children: ReactNode;
}

/** A field with its label, how its saving stands, and both texts where two people wrote it. */
export function FieldRow<Name extends FieldName>({
  claimId,
  name,
  label,
  htmlFor,
  labelId,
  state,
  aside,
  isWide = false,
  children,
}: FieldRowProps<Name>) {
  const Label = htmlFor ? "label" : "span";
  return (
    <div className={classes.field} data-wide={isWide || undefined} data-field={name}>
      <div className={classes.fieldHead}>
        <Label className={classes.label} id={labelId} {...(htmlFor && { htmlFor })}>
          {label}
        </Label>
        {aside}
        {isWide && <FieldStatus phase={state.phase} />}
      </div>
      <div className={classes.control}>
        {children}
        {!isWide && <FieldStatus phase={state.phase} />}
      </div>
      {state.news && <FieldNewsNote claimId={claimId} name={name} />}
      {state.phase.name === "conflict" && <Conflict claimId={claimId} name={name} label={label} />}
    </div>
  );
}
