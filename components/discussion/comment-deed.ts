import type { Deed, DeedOf } from "#components/queue/deed.ts";
import type { Entry } from "#components/queue/entry.ts";

/** What a member does in a discussion, as the queue keeps it. */
export type CommentDeed = DeedOf<
  "openThread" | "replyToThread" | "editComment" | "removeComment" | "resolveThread" | "reopenThread"
>;

/** A deed that has not arrived. `failure`: the server would not do it, in the reader's words; else it is under way. */
export interface WaitingDeed {
  id: string;
  /** When it was done here, ISO 8601. */
  at: string;
  deed: CommentDeed;
  failure: string | null;
}

const isCommentDeed = (deed: Deed): deed is CommentDeed => "threadId" in deed;

/** What of the queue belongs to discussions. */
export const waitingDeeds = (entries: readonly Entry[]): WaitingDeed[] =>
  entries.flatMap(({ id, at, deed, state }) =>
    isCommentDeed(deed)
      ? [{ id, at, deed, failure: state.name === "refused" ? state.refusal.message : null }]
      : [],
  );
