"use client";

import { TextInput } from "@mantine/core";
import type { RefObject } from "react";

interface CodeFieldProps {
  label: string;
  hint?: string;
  /** Recovery codes have letters. */
  letters?: boolean;
  value: string;
  onChange: (value: string) => void;
  inputRef?: RefObject<HTMLInputElement | null>;
}

/** For a code that is typed from elsewhere. It takes full-width digits too, so it is no number field. */
export function CodeField({ label, hint, letters = false, value, onChange, inputRef }: CodeFieldProps) {
  return (
    <TextInput
      {...(inputRef && { ref: inputRef })}
      label={label}
      description={hint}
      autoComplete={letters ? "off" : "one-time-code"}
      inputMode={letters ? "text" : "numeric"}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={40}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      required
      withAsterisk={false}
    />
  );
}
