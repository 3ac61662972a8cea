import type { AnchorRange } from "#domain/anchor.ts";
import { ASKED, type BlockText, type CarriedClaim, carriedClaims } from "#domain/carried-claims.ts";
import type { Revision } from "#domain/revision.ts";

/** A draft's text never changes, and where a passage of the base went in it does not either. */
interface KnownDraft {
  content: BlockText;
  /** By where the passage stands in the base. */
  carried: Map<string, CarriedClaim>;
}

/** How many drafts are kept: people look at one for a while, and ask for its report after each decision. */
const CAPACITY = 20;
const known = new Map<string, KnownDraft>();

/** The text of a draft; `read` makes it where it is not at hand. The longest unused leave first. */
export function draftContent(draftId: string, read: () => BlockText): BlockText {
  return keep(draftId, known.get(draftId) ?? { content: read(), carried: new Map() }).content;
}

/** What becomes of passages of the base in a draft whose text is `content`, in their order. */
export function carriedInDraft(
  draftId: string,
  ranges: readonly AnchorRange[],
  base: Revision,
  content: BlockText,
): CarriedClaim[] {
  const { carried } = keep(draftId, known.get(draftId) ?? { content, carried: new Map() });
  const unknown = ranges.filter((range) => !carried.has(keyOf(range)));
  const found = unknown.length > 0 ? carriedClaims(unknown, base, content) : [];
  unknown.forEach((range, index) => {
    const claim = found[index];
    if (claim) carried.set(keyOf(range), claim);
  });
  return ranges.map((range) => carried.get(keyOf(range)) ?? ASKED);
}

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
