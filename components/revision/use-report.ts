"use client";

import { useTranslations } from "next-intl";
import { useCallback, useMemo, useState } from "react";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { notifyFailure } from "#components/workbench/notify.tsx";
import type { AnchorRange } from "#domain/anchor.ts";
import type { DropReason } from "#domain/revision.ts";
import type { DraftDecisionInput, DraftEntry, RevisionDraft } from "#domain/revision-draft.ts";
import { groupEntries, isUndecided, nextUndecided } from "./draft-progress.ts";
import { useDecisions } from "./use-revision-draft.ts";

/** What is looked at beside the list: the new text, or what differs. On a phone the list is a view of its own. */
export type ReportView = "claims" | "text" | "diff";

/** The report on the desk: which claim is looked at, and what can be done with it. */
export interface Report {
  draft: RevisionDraft;
  /** In the order in which they are listed. */
  entries: readonly DraftEntry[];
  current: DraftEntry | null;
  view: ReportView;
  mayDecide: boolean;
  busyId: string | null;
  show: (view: ReportView) => void;
  select: (claimId: string) => void;
  step: (by: 1 | -1) => void;
  toUndecided: () => void;
  /** Puts the claim where a range of the draft's text is. */
  place: (entry: DraftEntry, range: AnchorRange) => void;
  drop: (entry: DraftEntry, reason: DropReason) => void;
  takeBack: (entry: DraftEntry) => void;
}

export function useReport(draft: RevisionDraft, mayDecide: boolean): Report {
  const t = useTranslations("versions");
  const announce = useAnnounce();
  const errorMessage = useErrorMessage();
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [view, show] = useState<ReportView>("claims");
  const { decide, undecide } = useDecisions(draft, (error) =>
    notifyFailure(t("decideFailed"), errorMessage(error)),
  );
  const entries = useMemo(() => groupEntries(draft.entries).flatMap((group) => group.entries), [draft]);
  const current = entries.find(({ claim }) => claim.id === selectedId) ?? null;

  const select = useCallback((claimId: string) => {
    setSelectedId(claimId);
    focusEntry(claimId);
  }, []);
  const step = (by: 1 | -1) => {
    const at = entries.findIndex(({ claim }) => claim.id === selectedId);
    const next = entries[at < 0 ? (by === 1 ? 0 : entries.length - 1) : at + by];
    if (next) select(next.claim.id);
    else announce(t(by === 1 ? "lastClaim" : "firstClaim"));
  };
  const toUndecided = () => {
    const next = nextUndecided(entries, selectedId);
    if (next) select(next.claim.id);
    else announce(t("allDecided"));
  };
  /** Goes on to what is still to decide once the server has taken a decision. */
  const settle = (entry: DraftEntry, decision: DraftDecisionInput, said: "placed" | "dropped") =>
    decide.mutate(
      { claimId: entry.claim.id, decision },
      {
        onSuccess: () => {
          const rest = entries.filter((one) => one.claim.id !== entry.claim.id && isUndecided(one));
          announce(t(`decided.${said}`, { number: entry.claim.number, left: rest.length }));
          const next = nextUndecided(
            entries.map((one) => (one.claim.id === entry.claim.id ? { ...one, outcome: "exact" } : one)),
            entry.claim.id,
          );
          select(next?.claim.id ?? entry.claim.id);
        },
      },
    );
  const place = (entry: DraftEntry, { exact, prefix, suffix, start, end }: AnchorRange) =>
    settle(entry, { kind: "placed", target: { exact, prefix, suffix, start, end } }, "placed");
  const drop = (entry: DraftEntry, reason: DropReason) =>
    settle(entry, { kind: "dropped", reason }, "dropped");
  const takeBack = (entry: DraftEntry) =>
    undecide.mutate(
      { claimId: entry.claim.id },
      {
        onSuccess: () => {
          announce(t("takenBack", { number: entry.claim.number }));
          select(entry.claim.id);
        },
      },
    );
  const busyId =
    (decide.isPending && decide.variables.claimId) ||
    (undecide.isPending && undecide.variables.claimId) ||
    null;
  return {
    draft,
    entries,
    current,
    view,
    mayDecide,
    busyId,
    show,
    select,
    step,
    toUndecided,
    place,
    drop,
    takeBack,
  };
}

/** The list draws the chosen entry in the next frame; the focus follows it there. */
function focusEntry(claimId: string): void {
  requestAnimationFrame(() => {
    const head = document.querySelector<HTMLElement>(`[data-entry-id="${CSS.escape(claimId)}"]`);
    head?.focus({ preventScroll: true });
    head?.scrollIntoView({ block: "nearest" });
  });
}
