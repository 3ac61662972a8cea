"use client";

import { Button, TextInput } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useAnnounce } from "./announcer.tsx";
import classes from "./copy-field.module.css";

interface CopyFieldProps {
  label: string;
  value: string;
  /** What the button says, and what is said after it. */
  words: { copy: string; copied: string };
}

/**
 * Something to take away: selected as a whole when focused, and copied by a button. It takes the focus as it appears,
 * because it is shown once and the form it came from is often gone.
 */
export function CopyField({ label, value, words }: CopyFieldProps) {
  const clipboard = useClipboard({ timeout: 3000 });
  const announce = useAnnounce();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const copy = () => {
    clipboard.copy(value);
    announce(words.copied);
  };
  return (
    <div className={classes.field}>
      <TextInput
        ref={input}
        className={classes.value}
        label={label}
        value={value}
        readOnly
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button
        leftSection={
          clipboard.copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
        }
        onClick={copy}
      >
        {clipboard.copied ? words.copied : words.copy}
      </Button>
    </div>
  );
}
