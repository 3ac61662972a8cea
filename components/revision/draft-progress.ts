import type { DraftEntry } from "#domain/revision-draft.ts";

/** How the claims of a report are grouped, in the order in which a person looks at them. */
export const DRAFT_GROUPS = ["changed", "needsPlacing", "gone", "moved", "exact"] as const;
export type DraftGroup = (typeof DRAFT_GROUPS)[number];

/** Whether only a person can say what becomes of a claim. */
export const asksForDecision = ({ outcome }: Pick<DraftEntry, "outcome">): boolean =>
  outcome !== "exact" && outcome !== "moved";

export const isUndecided = (entry: Pick<DraftEntry, "outcome" | "decision">): boolean =>
  asksForDecision(entry) && entry.decision === null;

/** The entries by group, each in the order of the text; groups without any are left out. */
export function groupEntries(entries: readonly DraftEntry[]): { group: DraftGroup; entries: DraftEntry[] }[] {
  return DRAFT_GROUPS.map((group) => ({
    group,
    entries: entries.filter(({ outcome }) => outcome === group),
  })).filter((one) => one.entries.length > 0);
}

/**
 * What saving would do to the claims now, in numbers: `placed` of them changed their words, `reopened` of those have a
 * finding that somebody settled.
 */
export interface SavePlan {
  kept: number;
  moved: number;
  changed: number;
  waiting: number;
  dropped: number;
  reopened: number;
}

/** Undecided claims wait as needing to be placed; a decision goes over what was found without a person. */
export function savePlan(entries: readonly DraftEntry[]): SavePlan {
  const plan = { kept: 0, moved: 0, changed: 0, waiting: 0, dropped: 0, reopened: 0 };
  for (const { claim, outcome, before, decision } of entries) {
    if (decision?.kind === "dropped") plan.dropped += 1;
    else if (decision?.kind === "placed" && decision.isChanged) {
      plan.changed += 1;
      if (claim.workState === "settled") plan.reopened += 1;
    } else if (decision?.kind === "placed") plan[decision.start === before?.start ? "kept" : "moved"] += 1;
    else if (outcome === "exact") plan.kept += 1;
    else if (outcome === "moved") plan.moved += 1;
    else plan.waiting += 1;
  }
  return plan;
}

/** The next entry to decide on after one, round the end; null where all are decided. */
export function nextUndecided(entries: readonly DraftEntry[], afterId: string | null): DraftEntry | null {
  const at = entries.findIndex(({ claim }) => claim.id === afterId);
  const order = [...entries.slice(at + 1), ...entries.slice(0, at + 1)];
  return order.find(isUndecided) ?? null;
}
