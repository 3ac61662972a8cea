import type { Comment, CommentBody, Thread, ThreadAnchor } from "#domain/comment.ts";
import type { MemberSummary } from "#domain/member.ts";
import type { RichText } from "#domain/rich-text.ts";
import { commentFromText, commentText } from "#editor/comment-text.ts";
import { parseComment } from "#editor/parse-comment.ts";
import type { CommentDeed, WaitingDeed } from "./comment-deed.ts";

/** A comment as it is shown: as the server has it, or as it will once `waiting` has arrived. */
export interface ShownComment extends Comment {
  waiting: WaitingDeed | null;
}

/** A thread as it is shown. `waiting`: it was opened, resolved or reopened here and the server has not said so yet. */
export interface ShownThread extends Omit<Thread, "comments"> {
  comments: readonly ShownComment[];
  waiting: WaitingDeed | null;
}

type Opening = Extract<CommentDeed, { kind: "openThread" }>;

interface Here {
  articleId: string;
  me: MemberSummary;
  /** Which of the threads that are being opened belong to this list. */
  holds: (deed: Opening) => boolean;
  /** The place a thread that is being opened asks for; null where the text has none such. */
  anchorOf: (deed: Opening) => ThreadAnchor | null;
}

/**
 * The threads with what was done here and has not arrived. Deeds come in the order they were done. What the server has
 * already is not shown twice, whichever of its answer and the news comes first.
 */
export function shownThreads(
  threads: readonly Thread[],
  waiting: readonly WaitingDeed[],
  here: Here,
): ShownThread[] {
  const shown = threads.map(
    (thread): ShownThread => ({
      ...thread,
      comments: thread.comments.map((comment) => ({ ...comment, waiting: null })),
      waiting: null,
    }),
  );
  for (const one of waiting) {
    const { deed } = one;
    const index = shown.findIndex(({ id }) => id === deed.threadId);
    const thread = shown[index];
    if (thread) shown[index] = withDeed(thread, one, here.me);
    else if (deed.kind === "openThread" && here.holds(deed)) shown.push(opened(deed, one, here));
  }
  return shown;
}

const opened = (deed: Opening, waiting: WaitingDeed, here: Here): ShownThread => ({
  id: deed.threadId,
  articleId: here.articleId,
  claimId: deed.claimId,
  anchor: deed.claimId === null ? here.anchorOf(deed) : null,
  comments: [newComment(deed, waiting, here.me)],
  resolved: null,
  createdBy: here.me,
  createdAt: waiting.at,
  // It can be answered: what follows waits for it.
  abilities: { reply: true, resolve: true },
  waiting,
});

function withDeed(thread: ShownThread, waiting: WaitingDeed, me: MemberSummary): ShownThread {
  const { deed, at } = waiting;
  switch (deed.kind) {
    case "openThread":
      return thread;
    case "replyToThread":
      if (thread.comments.some(({ id }) => id === deed.commentId)) return thread;
      return { ...thread, comments: [...thread.comments, newComment(deed, waiting, me)] };
    case "editComment":
      return changed(thread, deed.commentId, (comment) =>
        comment.version > deed.version || comment.deletedAt !== null
          ? comment
          : { ...comment, ...wordsOf(deed.body), editedAt: at, waiting },
      );
    case "removeComment":
      return changed(thread, deed.commentId, (comment) =>
        comment.deletedAt === null
          ? { ...comment, body: null, text: "", deletedAt: at, mentions: [], waiting }
          : comment,
      );
    case "resolveThread":
      return thread.resolved ? thread : { ...thread, resolved: { by: me, at }, waiting };
    case "reopenThread":
      return thread.resolved ? { ...thread, resolved: null, waiting } : thread;
  }
}

const changed = (
  thread: ShownThread,
  commentId: string,
  change: (comment: ShownComment) => ShownComment,
): ShownThread => ({
  ...thread,
  comments: thread.comments.map((comment) => (comment.id === commentId ? change(comment) : comment)),
});

const newComment = (
  deed: { threadId: string; commentId: string; body: CommentBody },
  waiting: WaitingDeed,
  author: MemberSummary,
): ShownComment => ({
  id: deed.commentId,
  threadId: deed.threadId,
  author,
  ...wordsOf(deed.body),
  createdAt: waiting.at,
  editedAt: null,
  deletedAt: null,
  version: 1,
  mentions: [],
  foreign: null,
  abilities: { edit: false, delete: false },
  waiting,
});

function wordsOf(body: CommentBody): { body: RichText; text: string } {
  const document = typeof body === "string" ? commentFromText(body) : body;
  const parsed = parseComment(document);
  return { body: document, text: parsed.ok ? commentText(parsed.comment) : "" };
}

/** How many conversations are not over. */
export const openCount = (threads: readonly Pick<Thread, "resolved">[]): number =>
  threads.filter(({ resolved }) => resolved === null).length;
