import { fieldValuesOf, fieldVersionOf } from "#components/claim/claim-field.ts";
import type { Claim } from "#domain/claim.ts";
import type { Comment } from "#domain/comment.ts";
import type { Evidence } from "#domain/evidence.ts";
import type { Writer } from "#domain/writer.ts";
import type { Deed } from "./deed.ts";
import type { RefusalNote } from "./entry.ts";

interface ConflictData<Current = unknown> {
  /** What stands there now: a claim, evidence or a comment, as the deed is about. */
  current: Current;
  writers?: Writer[];
}

/** What another person wrote where a deed met a CONFLICT; null for any other refusal. */
export const conflictOf = (refusal: RefusalNote): ConflictData | null =>
  refusal.code === "CONFLICT" ? (refusal.data as ConflictData) : null;

/**
 * The claim as it is now, where a deed on one of its fields or its place met a CONFLICT; null for any other. All of it
 * in the moment of the refusal, and what `keptRefusal` leaves of it later.
 */
export function claimInConflict(deed: Deed, refusal: RefusalNote): Claim | null {
  if (deed.kind !== "setField" && deed.kind !== "moveClaim") return null;
  return (conflictOf(refusal)?.current as Claim | undefined) ?? null;
}

/**
 * What of a refusal is kept in this browser: in a conflict no more of the other person's work than the one thing that
 * both wrote.
 */
export function keptRefusal(deed: Deed, refusal: RefusalNote): RefusalNote {
  const conflict = conflictOf(refusal);
  if (!conflict) return refusal;
  return { ...refusal, data: { ...conflict, current: neededOf(deed, conflict.current) } };
}

function neededOf(deed: Deed, current: unknown): unknown {
  const claim = current as Claim;
  switch (deed.kind) {
    case "setField": {
      const { version, verdict } = claim;
      if (deed.field === "rating") {
        return { version, verdict: verdict && { version: verdict.version, rating: verdict.rating } };
      }
      const field = deed.field === "assigneeId" ? "assignee" : deed.field;
      return { version, [field]: claim[field] };
    }
    case "moveClaim":
      return { version: claim.version, anchor: claim.anchor };
    case "updateEvidence": {
      const { version, stance, primary, quote, locator, note } = current as Evidence;
      return { version, stance, primary, quote, locator, note };
    }
    case "editComment": {
      const { version, text } = current as Comment;
      return { version, text };
    }
    default:
      return null;
  }
}

/** The deed once more, over the other person's text: the person who saw both decided so. */
export function overTheirs(deed: Deed, { current }: ConflictData): Deed {
  if (deed.kind === "setField") return { ...deed, version: fieldVersionOf(current as Claim, deed.field) };
  return "version" in deed ? { ...deed, version: (current as { version: number }).version } : deed;
}

/** What the deed would have been, had it wanted what stands there now: for showing both in the same words. */
export function deedOfTheirs(deed: Deed, refusal: RefusalNote): Deed | null {
  const conflict = conflictOf(refusal);
  if (!conflict) return null;
  const claim = claimInConflict(deed, refusal);
  switch (deed.kind) {
    case "setField":
      // The values of a claim fit its fields.
      return claim && ({ ...deed, value: fieldValuesOf(claim)[deed.field] } as Deed);
    case "moveClaim":
      return claim && { ...deed, target: { exact: claim.anchor.exact } };
    case "updateEvidence": {
      const { stance, primary, quote, locator, note } = conflict.current as Evidence;
      return { ...deed, detail: { stance, primary, quote, locator, note } };
    }
    case "editComment":
      return { ...deed, body: (conflict.current as Comment).text };
    default:
      return null;
  }
}
