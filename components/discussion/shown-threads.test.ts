import { describe, expect, test } from "vitest";
import type { Thread } from "#domain/comment.ts";
import { commentFromText } from "#editor/comment-text.ts";
import type { CommentDeed, WaitingDeed } from "./comment-deed.ts";
import { sampleComment, sampleThread } from "./sample-thread.ts";
import { openCount, shownThreads } from "./shown-threads.ts";

const me = { id: "me", name: "私", disabled: false };
const at = "2026-01-02T03:04:05.000Z";

const waits = (deed: CommentDeed, failure: string | null = null): WaitingDeed => ({
  id: `${deed.kind}-${deed.threadId}`,
  at,
  deed,
  failure,
});

const body = commentFromText("答え");
const here = {
  articleId: "a",
  me,
  holds: ({ claimId }: { claimId: string | null }) => claimId === "c",
  anchorOf: () => null,
};
const show = (threads: Thread[], deeds: WaitingDeed[]) => shownThreads(threads, deeds, here);

describe("what was done here is shown before the server has it", () => {
  test("a reply stands last, by its author, as waiting", () => {
    const reply = waits({ kind: "replyToThread", threadId: "t1", claimId: "c", commentId: "k2", body });
    const [shown] = show([sampleThread()], [reply]);
    expect(shown?.comments.map(({ id, text, author, waiting }) => [id, text, author.id, waiting])).toEqual([
      ["k1", "問い", "them", null],
      ["k2", "答え", "me", reply],
    ]);
  });

  test("a new thread stands last, and can be answered at once", () => {
    const open = waits({
      kind: "openThread",
      threadId: "t2",
      commentId: "k9",
      claimId: "c",
      target: null,
      body,
    });
    const shown = show([sampleThread()], [open]);
    expect(shown.map(({ id }) => id)).toEqual(["t1", "t2"]);
    expect(shown[1]).toMatchObject({ claimId: "c", abilities: { reply: true }, waiting: open });
  });

  test("a thread of another list is not shown in this one", () => {
    const open = waits({
      kind: "openThread",
      threadId: "t2",
      commentId: "k9",
      claimId: "other",
      target: null,
      body,
    });
    expect(show([], [open])).toEqual([]);
  });

  test("an edit and a deletion change the comment in its place", () => {
    const edit = waits({
      kind: "editComment",
      threadId: "t1",
      claimId: "c",
      commentId: "k1",
      body,
      version: 1,
    });
    expect(show([sampleThread()], [edit])[0]?.comments[0]).toMatchObject({ text: "答え", editedAt: at });
    const remove = waits({ kind: "removeComment", threadId: "t1", claimId: "c", commentId: "k1" });
    expect(show([sampleThread()], [edit, remove])[0]?.comments[0]).toMatchObject({ text: "", body: null });
  });

  test("resolving and reopening follow each other", () => {
    const resolve = waits({ kind: "resolveThread", threadId: "t1", claimId: "c" });
    const reopen = waits({ kind: "reopenThread", threadId: "t1", claimId: "c" });
    expect(openCount(show([sampleThread()], [resolve]))).toBe(0);
    expect(openCount(show([sampleThread()], [resolve, reopen]))).toBe(1);
  });
});

describe("what the server has already is not shown twice", () => {
  test("a thread, a reply", () => {
    const open = waits({
      kind: "openThread",
      threadId: "t1",
      commentId: "k1",
      claimId: "c",
      target: null,
      body,
    });
    const reply = waits({ kind: "replyToThread", threadId: "t1", claimId: "c", commentId: "k1", body });
    const [shown, ...rest] = show([sampleThread()], [open, reply]);
    expect(rest).toEqual([]);
    expect(shown?.comments).toHaveLength(1);
    expect(shown?.waiting).toBeNull();
  });

  test("an edit whose answer is newer", () => {
    const edit = waits({
      kind: "editComment",
      threadId: "t1",
      claimId: "c",
      commentId: "k1",
      body,
      version: 1,
    });
    const newer = sampleThread({ comments: [sampleComment({ version: 2, text: "新しい" })] });
    expect(show([newer], [edit])[0]?.comments[0]).toMatchObject({ text: "新しい", waiting: null });
  });

  test("a deed on a thread that is not there is kept out of sight", () => {
    expect(show([], [waits({ kind: "resolveThread", threadId: "t1", claimId: "c" })])).toEqual([]);
  });
});
