import type { Thread, ThreadAnchor } from "#domain/comment.ts";
import { codePoints } from "#domain/offset.ts";
import { threadAbilities } from "#domain/rights/abilities.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { Prisma, Thread as ThreadRow } from "#prisma/generated/client.ts";
import { commentInclude, commentView } from "./comment.ts";
import { memberSummarySelect, memberSummaryView } from "./member.ts";

/** A conversation that is shown: its claim was not deleted, and not everything in it was taken back. */
export const standingThread = {
  OR: [{ claimId: null }, { claim: { deletedAt: null } }],
  comments: { some: { deletedAt: null } },
} satisfies Prisma.ThreadWhereInput;

/** A conversation of a claim that counts as open. */
export const unresolvedThread = {
  resolvedAt: null,
  comments: { some: { deletedAt: null } },
} satisfies Prisma.ThreadWhereInput;

export const threadInclude = {
  createdBy: { select: memberSummarySelect },
  resolvedBy: { select: memberSummarySelect },
  comments: { include: commentInclude, orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
} satisfies Prisma.ThreadInclude;

export type ThreadWithComments = Prisma.ThreadGetPayload<{ include: typeof threadInclude }>;

export const threadView = (actor: Actor, row: ThreadWithComments): Thread => ({
  id: row.id,
  articleId: row.articleId,
  claimId: row.claimId,
  anchor: threadAnchorView(row),
  comments: row.comments.map((comment) => commentView(actor, comment)),
  resolved:
    row.resolvedBy && row.resolvedAt
      ? { by: memberSummaryView(row.resolvedBy), at: row.resolvedAt.toISOString() }
      : null,
  createdBy: memberSummaryView(row.createdBy),
  createdAt: row.createdAt.toISOString(),
  abilities: threadAbilities(actor),
});

/** The passage of a thread; a check constraint has all of its columns given, or none. */
function threadAnchorView(row: ThreadRow): ThreadAnchor | null {
  const { revisionId, blockId, start, end, exact, prefix, suffix } = row;
  if (revisionId === null || blockId === null || start === null || end === null) return null;
  return {
    revisionId,
    blockId,
    start: codePoints(start),
    end: codePoints(end),
    exact: exact ?? "",
    prefix: prefix ?? "",
    suffix: suffix ?? "",
  };
}
