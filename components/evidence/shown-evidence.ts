import type { DeedOf } from "#components/queue/deed.ts";
import { type Entry, isRefused } from "#components/queue/entry.ts";
import type { Evidence } from "#domain/evidence.ts";

/** Evidence that was put to the claim here and that the server does not know yet. It has no number before it does. */
export interface NewEvidence {
  id: string;
  title: string;
  draft: DeedOf<"addEvidence">["draft"];
}

export interface ShownEvidence {
  /** What the server has, as the person left it; `isUnsent` where their change has not arrived. */
  known: { evidence: Evidence; isUnsent: boolean }[];
  added: NewEvidence[];
}

/** A claim's evidence with what was done to it here and has not arrived. What was refused is not shown as done. */
export function shownEvidence(
  claimId: string,
  evidence: readonly Evidence[],
  entries: readonly Entry[],
): ShownEvidence {
  const added = new Map<string, NewEvidence>();
  const details = new Map<string, DeedOf<"updateEvidence">["detail"]>();
  const removed = new Set<string>();
  for (const entry of entries) {
    const { deed, about } = entry;
    if (isRefused(entry) || !("evidenceId" in deed) || deed.claimId !== claimId) continue;
    const { evidenceId: id } = deed;
    if (deed.kind === "addEvidence") added.set(id, { id, title: about, draft: deed.draft });
    if (deed.kind === "updateEvidence") details.set(id, deed.detail);
    if (deed.kind === "removeEvidence") removed.add(id);
    if (deed.kind === "restoreEvidence") removed.delete(id);
  }
  return {
    known: evidence
      .filter(({ id }) => !removed.has(id))
      .map((piece) => {
        const detail = details.get(piece.id);
        if (!detail) return { evidence: piece, isUnsent: false };
        const { quote, locator, note, ...rest } = detail;
        const words = { quote: quote ?? null, locator: locator ?? null, note: note ?? null };
        return { evidence: { ...piece, ...rest, ...words }, isUnsent: true };
      }),
    added: [...added.values()].filter(
      ({ id }) => !removed.has(id) && !evidence.some((piece) => piece.id === id),
    ),
  };
}
