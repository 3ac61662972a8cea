import type { Thread } from "#domain/comment.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { CommentDocument } from "#editor/comment-node.ts";
import { type OpenThreadInput, openThread } from "#server/commands/open-thread.ts";
import { makeActor } from "./actor.ts";
import { makeClaim } from "./claim.ts";

/** A conversation about a claim of its own; `wanted` overrides any field, `by` who opens it. */
export async function makeThread(wanted: Partial<OpenThreadInput> & { by?: Actor } = {}): Promise<Thread> {
  const { by = await makeActor(), ...fields } = wanted;
  const isPlaced = fields.articleId !== undefined;
  const claim = isPlaced ? null : await makeClaim({ by });
  return await openThread(by, {
    articleId: claim?.articleId ?? "",
    ...(claim && { claimId: claim.id }),
    body: "この数字は確かですか。",
    ...fields,
  });
}

/** A comment that names `memberIds` and says `words`. */
export const mentioning = (words: string, ...memberIds: string[]): CommentDocument => ({
  type: "doc",
  content: [
    {
      type: "paragraph",
      content: [
        ...memberIds.map((id) => ({ type: "mention" as const, attrs: { id, label: "?" } })),
        { type: "text", text: words, marks: [] },
      ],
    },
  ],
});
