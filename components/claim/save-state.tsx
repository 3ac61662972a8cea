"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import { useProseSnapshot } from "#components/prose/use-prose.ts";
import { chainOf } from "#components/queue/deed.ts";
import type { DeedQueue } from "#components/queue/deed-queue.ts";
import { isRefused } from "#components/queue/entry.ts";
import { useQueueState } from "#components/queue/queue-provider.tsx";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { Phase } from "./field-state.ts";
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

const overallOf = (states: readonly { phase: Phase<unknown> }[]): Overall =>
  states.map(({ phase }) => wordOf(phase)).reduce(worse, "none");

const worse = (one: Overall, other: Overall): Overall =>
  ORDER.indexOf(one) > ORDER.indexOf(other) ? one : other;

function wordOf(phase: Phase<unknown>): Overall {
  if (phase.name === "clean") return phase.saved ? "saved" : "none";
  return phase.name === "dirty" ? "unsaved" : phase.name;
}

/** How the saving of the whole claim stands: one word in the header, and said when it is done or has failed. */
export function SaveState({ claimId }: { claimId: string }) {
  const t = useTranslations("claim");
  const announce = useAnnounce();
  const { autosave } = useWorkbench();
  const isUnsent = useQueueState(
    useCallback((queue: DeedQueue) => isLate(queue, claimId), [claimId]),
    false,
  );
  const fields = useSyncExternalStore(
    autosave.subscribe,
    useCallback(() => overallOf(autosave.states(claimId)), [autosave, claimId]),
    () => "none" as const,
  );
  const prose = useProseSnapshot(claimId);
  const saving = prose ? worse(fields, wordOf(prose.phase)) : fields;
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

/** Whether something else than a field of the claim was tried and has not arrived. */
const isLate = (queue: DeedQueue, claimId: string): boolean =>
  queue.entries.some(
    (entry) =>
      entry.deed.kind !== "setField" &&
      chainOf(entry.deed) === `claim:${claimId}` &&
      !isRefused(entry) &&
      (queue.isUnreachable || entry.tries > 1),
  );
