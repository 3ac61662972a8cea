"use client";

import { Textarea } from "@mantine/core";
import type { ReactNode } from "react";
import { type CompositionEvent, useId } from "react";
import { FieldRow } from "./field-row.tsx";
import classes from "./panel.module.css";
import { useField } from "./use-field.ts";

interface TextFieldProps {
  claimId: string;
  name: "statement" | "claimant" | "saidWhere";
  label: string;
  placeholder?: string;
  maxLength: number;
  isReadOnly: boolean;
  /** One line: Enter leaves the field instead of breaking the line. */
  isLine?: boolean;
  isWide?: boolean;
  aside?: ReactNode;
}

/** A text of a claim that saves itself, never in the middle of what an input method composes. */
export function TextField({
  claimId,
  name,
  label,
  placeholder,
  maxLength,
  isReadOnly,
  isLine = false,
  isWide = false,
  aside,
}: TextFieldProps) {
  const id = useId();
  const field = useField(claimId, name);
  const isComposing = (event: { nativeEvent: Event }) =>
    event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing;
  return (
    <FieldRow
      claimId={claimId}
      name={name}
      label={label}
      htmlFor={id}
      state={field.state}
      isWide={isWide}
      aside={aside}
    >
      {isReadOnly ? (
        <p className={classes.plain} id={id}>
          {field.value || "—"}
        </p>
      ) : (
        <Textarea
          id={id}
          autoComplete="off"
          size="sm"
          autosize
          minRows={1}
          maxLength={maxLength}
          placeholder={placeholder}
          value={field.value}
          classNames={{ input: classes.quiet }}
          onChange={(event) => field.edit(event.currentTarget.value, isComposing(event) ? "held" : "pause")}
          onCompositionEnd={(event: CompositionEvent<HTMLTextAreaElement>) =>
            field.edit(event.currentTarget.value)
          }
          onFocus={field.enter}
          onBlur={field.leave}
          onKeyDown={(event) => {
            if (!isLine || event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            field.leave();
          }}
        />
      )}
    </FieldRow>
  );
}
