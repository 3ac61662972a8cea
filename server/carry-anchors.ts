import type { DropReason, OutcomeCounts } from "#domain/revision.ts";
import type { Claim, Prisma } from "#prisma/generated/client.ts";
import type { Db } from "#server/db.ts";
import type { DraftClaim } from "#server/draft-claims.ts";

type AnchorColumns = Omit<Prisma.AnchorCreateManyInput, "claimId" | "revisionId">;

/** A claim's anchor in the revision that is being saved. */
export interface CarriedAnchor {
  claimId: string;
  /** False for a claim that was taken away: its anchor waits for it to come back. */
  isStanding: boolean;
  columns: AnchorColumns;
}

/**
 * What a saved version makes of a claim. A person's word counts before anything else; what nobody decided on is placed
 * only where it is the same passage beyond doubt, and needs placing otherwise. What an earlier revision dropped stays so.
 */
export function carriedAnchor(draft: DraftClaim, claim: Pick<Claim, "id" | "deletedAt">): CarriedAnchor {
  return { claimId: claim.id, isStanding: claim.deletedAt === null, columns: columnsOf(draft) };
}

function columnsOf({ anchor, carried, decision }: DraftClaim): AnchorColumns {
  const { exact, prefix, suffix } = anchor;
  const last = { exact, prefix, suffix };
  if (anchor.state === "dropped") return { ...last, ...dropped(anchor.dropReason ?? "removed") };
  const made = decision?.made;
  if (made?.kind === "dropped") return { ...last, ...dropped(made.reason) };
  if (made?.kind === "placed") {
    const { kind: _, isChanged, ...range } = made;
    if (isChanged) return { ...range, state: "changed", was: exact };
    const { after } = carried;
    const isAsCarried = after?.start === range.start && after.end === range.end;
    return { ...range, state: isAsCarried && carried.outcome === "exact" ? "exact" : "moved" };
  }
  if (carried.after && (carried.outcome === "exact" || carried.outcome === "moved"))
    return { ...carried.after, state: carried.outcome };
  return { ...last, ...NOWHERE, state: "needs_placing" };
}

const NOWHERE = { blockId: null, start: null, end: null };
const dropped = (dropReason: DropReason) => ({ ...NOWHERE, state: "dropped" as const, dropReason });

/** Stores the anchors of a revision. Prisma's parameters are limited, so thousands go in pieces. */
export async function insertAnchors(
  tx: Db,
  revisionId: string,
  anchors: readonly CarriedAnchor[],
): Promise<void> {
  for (let from = 0; from < anchors.length; from += PIECE) {
    await tx.anchor.createMany({
      data: anchors
        .slice(from, from + PIECE)
        .map(({ claimId, columns }) => ({ ...columns, claimId, revisionId })),
    });
  }
}

const PIECE = 1000;

/** How many of the claims that stood went which way. */
export function outcomeCounts(anchors: readonly CarriedAnchor[]): OutcomeCounts {
  const counts: OutcomeCounts = { exact: 0, moved: 0, changed: 0, needsPlacing: 0, dropped: 0 };
  for (const { isStanding, columns } of anchors) {
    if (!isStanding) continue;
    counts[columns.state === "needs_placing" ? "needsPlacing" : columns.state] += 1;
  }
  return counts;
}
