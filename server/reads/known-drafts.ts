import type { AnchorRange } from "#domain/anchor.ts";
import { ASKED, type BlockText, type CarriedClaim } from "#domain/carried-claims.ts";
import type { Revision } from "#domain/revision.ts";
import { carryPassages } from "#server/parsing/passages.ts";

/** A draft's text never changes, and where a passage of the base went in it does not either. */
interface KnownDraft {
  content: BlockText;
  /** By where the passage stands in the base, or by the words of one that stands nowhere. */
  carried: Map<string, CarriedClaim>;
}

/** How many drafts are kept: people look at one for a while, and ask for its report after each decision. */
const CAPACITY = 20;
const known = new Map<string, KnownDraft>();

/** The text of a draft; `read` makes it where it is not at hand. The longest unused leave first. */
export function draftContent(draftId: string, read: () => BlockText): BlockText {
  return keep(draftId, known.get(draftId) ?? { content: read(), carried: new Map() }).content;
}

/**
 * What becomes of passages of the base in a draft whose text is `content`, in their order, and of words without a place
 * there. What is not known yet is found in a thread, for the member `by`.
 */
export async function carriedInDraft(
  draftId: string,
  { ranges, sought = [] }: { ranges: readonly AnchorRange[]; sought?: readonly Sought[] },
  base: Revision,
  content: BlockText,
  by: string,
): Promise<{ carried: CarriedClaim[]; found: CarriedClaim[] }> {
  const { carried } = keep(draftId, known.get(draftId) ?? { content, carried: new Map() });
  const unknown = ranges.filter((range) => !carried.has(keyOf(range)));
  const unsought = sought.filter((words) => !carried.has(wordsOf(words)));
  const now = await carryPassages({ before: base, after: content, ranges: unknown, sought: unsought }, by);
  unknown.forEach((range, index) => {
    const claim = now.carried[index];
    if (claim) carried.set(keyOf(range), claim);
  });
  unsought.forEach((words, index) => {
    const claim = now.found[index];
    if (claim) carried.set(wordsOf(words), claim);
  });
  return {
    carried: ranges.map((range) => carried.get(keyOf(range)) ?? ASKED),
    found: sought.map((words) => carried.get(wordsOf(words)) ?? ASKED),
  };
}

/** The words of a claim without a place. */
type Sought = Pick<AnchorRange, "exact" | "prefix" | "suffix">;

const wordsOf = ({ exact, prefix, suffix }: Sought): string => JSON.stringify([exact, prefix, suffix]);
const keyOf = ({ start, end }: AnchorRange): string => `${start} ${end}`;

function keep(draftId: string, draft: KnownDraft): KnownDraft {
  known.delete(draftId);
  known.set(draftId, draft);
  for (const oldest of known.keys()) {
    if (known.size <= CAPACITY) break;
    known.delete(oldest);
  }
  return draft;
}
