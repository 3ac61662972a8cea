import type { AnchorRange } from "#domain/anchor.ts";
import { describe } from "#domain/anchoring/describe.ts";
import { ASKED, type BlockText, type CarriedClaim, sameWords } from "#domain/carried-claims.ts";
import { codePoints } from "#domain/offset.ts";
import type { Revision } from "#domain/revision.ts";
import type { DraftDecision } from "#domain/revision-draft.ts";
import type { ArticleDocument } from "#editor/article-document.ts";
import { blocksFromDocument } from "#editor/revision-document.ts";
import type { Anchor, RevisionDecision, RevisionDraft } from "#prisma/generated/client.ts";
import { carriedInDraft, draftContent } from "#server/reads/known-drafts.ts";

/** One claim before the question what becomes of it: its anchor in the base, and what was decided about it if anything. */
export interface DraftClaim {
  anchor: Anchor;
  /** Null where it has no place in the base. */
  before: AnchorRange | null;
  carried: CarriedClaim;
  /** Null where nobody decided, or where the claim stood on other words then. */
  decision: { row: DecisionRow; made: DraftDecision } | null;
}

export type DecisionRow = Pick<
  RevisionDecision,
  "claimId" | "kind" | "start" | "end" | "dropReason" | "wasExact" | "wasStart" | "decidedAt"
>;

/** A draft's text and blocks. */
export const contentOf = (draft: Pick<RevisionDraft, "id" | "text" | "document">): BlockText =>
  draftContent(draft.id, () => ({
    text: draft.text,
    // Built by `buildRevision` before it was stored.
    blocks: blocksFromDocument(draft.document as unknown as ArticleDocument),
  }));

/** What becomes of the claims that stand at `anchors` of the base, in their order; found for the member `by`. */
export async function draftClaims<Row extends DecisionRow>(
  { draftId, base, content }: { draftId: string; base: Revision; content: BlockText },
  anchors: readonly Anchor[],
  decisions: readonly Row[],
  by: string,
): Promise<(DraftClaim & { decision: { row: Row; made: DraftDecision } | null })[]> {
  const befores = anchors.map(rangeOf);
  const ranges = befores.filter((range) => range !== null);
  const sought = anchors.filter((_anchor, index) => !befores[index]);
  const { carried, found } = await carriedInDraft(draftId, { ranges, sought }, base, content, by);
  const carriedOf = new Map(ranges.map((range, index) => [range, carried[index]]));
  const foundOf = new Map(sought.map((anchor, index) => [anchor, found[index]]));
  const decisionOf = new Map(decisions.map((row) => [row.claimId, row]));
  return anchors.map((anchor, index) => {
    const before = befores[index] ?? null;
    const row = decisionOf.get(anchor.claimId);
    const made = row ? decisionOn(row, anchor, content) : null;
    return {
      anchor,
      before,
      carried: (before ? carriedOf.get(before) : foundOf.get(anchor)) ?? ASKED,
      decision: row && made ? { row, made } : null,
    };
  });
}

/** The words of an anchor and where they stand; null where they have no place. */
export function rangeOf({ blockId, start, end, exact, prefix, suffix }: Anchor): AnchorRange | null {
  if (blockId === null || start === null || end === null) return null;
  return { blockId, start: codePoints(start), end: codePoints(end), exact, prefix, suffix };
}

/** Null where the claim was given another place since: nobody decided on the words it stands on now. */
function decisionOn(row: DecisionRow, anchor: Anchor, content: BlockText): DraftDecision | null {
  if (row.wasExact !== anchor.exact || row.wasStart !== anchor.start) return null;
  if (row.kind === "dropped") return { kind: "dropped", reason: row.dropReason ?? "removed" };
  const [start, end] = [codePoints(row.start ?? 0), codePoints(row.end ?? 0)];
  const described = describe(content.blocks, { start, end });
  if (described.state !== "exact") return null;
  const isChanged = !sameWords(described.range.exact, anchor.exact);
  return { kind: "placed", ...described.range, isChanged };
}
