import type { Comment, Thread } from "#domain/comment.ts";
import { commentFromText } from "#editor/comment-text.ts";

const author = { id: "them", name: "李 海", disabled: false };
const at = "2026-01-02T03:04:05.000Z";

/** Somebody's question, for tests, with what a test is about in `more`. */
export const sampleComment = (more: Partial<Comment> = {}): Comment => ({
  id: "k1",
  threadId: "t1",
  author,
  body: commentFromText("問い"),
  text: "問い",
  createdAt: at,
  editedAt: null,
  deletedAt: null,
  version: 1,
  mentions: [],
  foreign: null,
  abilities: { edit: false, delete: false },
  ...more,
});

/** An open thread of one comment, for tests, with what a test is about in `more`. */
export const sampleThread = (more: Partial<Thread> = {}): Thread => ({
  id: "t1",
  articleId: "a",
  claimId: "c",
  anchor: null,
  comments: [sampleComment()],
  resolved: null,
  createdBy: author,
  createdAt: at,
  abilities: { reply: true, resolve: true },
  ...more,
});
