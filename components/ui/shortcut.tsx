"use client";

import { useOs } from "@mantine/hooks";
import classes from "./shortcut.module.css";

/** A key as it is printed where it works. Screen readers hear the key from `aria-keyshortcuts` instead. */
export function Shortcut({ keys }: { keys: string }) {
  return (
    <kbd className={classes.key} aria-hidden>
      {keys}
    </kbd>
  );
}

/** `⌘K` on a Mac, `Ctrl K` elsewhere. */
export function ModShortcut({ letter }: { letter: string }) {
  const os = useOs();
  return <Shortcut keys={os === "macos" || os === "ios" ? `⌘${letter}` : `Ctrl ${letter}`} />;
}
