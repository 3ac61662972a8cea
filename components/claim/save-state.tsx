"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { useLate } from "#components/workbench/use-late.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { FieldState } from "./autosave.ts";
import classes from "./panel.module.css";

type Overall = "none" | "saved" | "unsaved" | "saving" | "unsent" | "retrying" | "refused" | "conflict";

/** From the least to the most that a person must know about. */
const ORDER: readonly Overall[] = [
  "none",
  "saved",
  "unsaved",
  "saving",
  "unsent",
  "retrying",
  "refused",
  "conflict",
];

const overallOf = (states: readonly FieldState<unknown>[]): Overall =>
  states.reduce<Overall>((worst, { phase }) => {
    const own: Overall =
      phase.name === "clean"
        ? phase.saved
          ? "saved"
          : "none"
        : phase.name === "dirty"
          ? "unsaved"
          : phase.name;
    return ORDER.indexOf(own) > ORDER.indexOf(worst) ? own : worst;
  }, "none");

/** How the saving of the whole claim stands: one word in the header, and said when it is done or has failed. */
export function SaveState({ claimId }: { claimId: string }) {
  const t = useTranslations("claim");
  const announce = useAnnounce();
  const { autosave, outboxes } = useWorkbench();
  const isUnsent = useLate(outboxes.claims).has(claimId);
  const saving = useSyncExternalStore(
    autosave.subscribe,
    useCallback(() => overallOf(autosave.states(claimId)), [autosave, claimId]),
    () => "none" as const,
  );
  const overall = isUnsent && ORDER.indexOf(saving) < ORDER.indexOf("unsent") ? "unsent" : saving;
  const before = useRef(overall);
  useEffect(() => {
    const was = before.current;
    before.current = overall;
    if (overall === was || overall === "none" || overall === "unsaved" || overall === "saving") return;
    announce(t(`overall.${overall}`), { urgent: overall === "conflict" });
  }, [overall, announce, t]);
  return (
    <span className={classes.saveState} data-state={overall}>
      {overall === "none" ? "" : t(`overall.${overall}`)}
    </span>
  );
}
