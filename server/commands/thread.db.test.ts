import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { db } from "#server/db.ts";
import { readArticle } from "#server/reads/article.ts";
import { readClaim, readClaimSummaries, readClaims } from "#server/reads/claim.ts";
import { readThread, readThreads } from "#server/reads/thread.ts";
import { makeActor } from "#server/test/actor.ts";
import { bulletId, makeArticle } from "#server/test/article.ts";
import { makeClaim } from "#server/test/claim.ts";
import { eventKinds } from "#server/test/events.ts";
import { makeMember } from "#server/test/member.ts";
import { refusalOf } from "#server/test/refusal.ts";
import { makeThread, mentioning } from "#server/test/thread.ts";
import { deleteClaim } from "./delete-claim.ts";
import { deleteComment } from "./delete-comment.ts";
import { editComment } from "./edit-comment.ts";
import { openThread } from "./open-thread.ts";
import { reopenThread } from "./reopen-thread.ts";
import { replyToThread } from "./reply-to-thread.ts";
import { resolveThread } from "./resolve-thread.ts";
import { restoreClaim } from "./restore-claim.ts";

const TWIN = "市は費用を公表していない。";
const newestEvent = (articleId: string) =>
  db().event.findFirstOrThrow({ where: { articleId }, orderBy: { seq: "desc" } });

describe("openThread", () => {
  it("begins a conversation about a claim, with one event", async () => {
    const editor = await makeActor();
    const claim = await makeClaim({ by: editor });
    const thread = await openThread(editor, {
      articleId: claim.articleId,
      claimId: claim.id,
      body: "この数字は\n確かですか。\n\n出典を。",
    });
    expect(thread).toMatchObject({
      claimId: claim.id,
      anchor: null,
      resolved: null,
      createdBy: { id: editor.id },
      abilities: { reply: true, resolve: true },
      comments: [
        {
          text: "この数字は\n確かですか。\n出典を。",
          version: 1,
          mentions: [],
          abilities: { edit: true, delete: true },
        },
      ],
    });
    expect(thread.comments[0]?.body?.content).toHaveLength(2);
    expect(await newestEvent(claim.articleId)).toMatchObject({
      kind: "thread.opened",
      claimId: claim.id,
      subjectId: thread.id,
      data: { commentId: thread.comments[0]?.id },
    });
    expect(await eventKinds(claim.articleId)).toEqual(["article.created", "claim.created", "thread.opened"]);
  });

  it("begins one about a passage, proven against the stored text in code points", async () => {
    const article = await makeArticle();
    const thread = await makeThread({ articleId: article.id, target: { exact: "市長は会見した" } });
    const { start = 0, end = 0, revisionId } = thread.anchor ?? {};
    expect([...article.revision.text].slice(start, end).join("")).toBe("市長は会見した");
    expect(thread).toMatchObject({ claimId: null, anchor: { blockId: bulletId(article, 1) } });
    expect(revisionId).toBe(article.revision.id);
    expect((await newestEvent(article.id)).data).toMatchObject({ exact: "市長は会見した" });
  });

  it.each([
    ["words that stand twice", { exact: TWIN }, "ANCHOR_AMBIGUOUS"],
    ["words that are not there", { exact: "費用は十億円" }, "ANCHOR_NOT_FOUND"],
    ["words across two bullets", { exact: "着工した。\n市は" }, "ANCHOR_CROSSES_BLOCKS"],
    ["white space", { exact: " " }, "ANCHOR_EMPTY"],
  ])("refuses %s and keeps nothing", async (_name, target, code) => {
    const article = await makeArticle();
    expect((await refusalOf(makeThread({ articleId: article.id, target }))).code).toBe(code);
    expect(await db().comment.count({ where: { thread: { articleId: article.id } } })).toBe(0);
    expect(await eventKinds(article.id)).toEqual(["article.created"]);
  });

  it("refuses a claim of another article, a deleted one, and an article that is not there", async () => {
    const editor = await makeActor();
    const claim = await makeClaim({ by: editor });
    const other = await makeArticle();
    const open = (articleId: string) => openThread(editor, { articleId, claimId: claim.id, body: "？" });
    expect((await refusalOf(open(other.id))).code).toBe("NOT_FOUND");
    expect((await refusalOf(open(uuidv7()))).code).toBe("NOT_FOUND");
    await deleteClaim(editor, { claimId: claim.id });
    expect((await refusalOf(open(claim.articleId))).code).toBe("NOT_FOUND");
  });

  it("opens one thread of an id, however often and however fast it is sent", async () => {
    const editor = await makeActor();
    const { id: articleId } = await makeArticle();
    const draft = {
      articleId,
      id: uuidv7(),
      commentId: uuidv7(),
      target: { exact: "2019年" },
      body: "いつ？",
    };
    const opened = await Promise.all([openThread(editor, draft), openThread(editor, draft)]);
    await resolveThread(editor, { threadId: draft.id });
    const again = await openThread(editor, draft);
    expect(opened.map(({ id }) => id)).toEqual([draft.id, draft.id]);
    expect(again).toMatchObject({ id: draft.id, comments: [{ id: draft.commentId }] });
    expect(await eventKinds(articleId)).toEqual(["article.created", "thread.opened", "thread.resolved"]);
  });

  it("refuses an id that belongs to somebody else's thread, or to a comment", async () => {
    const { id, articleId, comments } = await makeThread();
    const other = await makeActor();
    const open = (ids: object) =>
      openThread(other, { articleId, target: { exact: "2019年" }, body: "？", ...ids });
    expect((await refusalOf(open({ id }))).code).toBe("ID_TAKEN");
    expect((await refusalOf(open({ commentId: comments[0]?.id }))).code).toBe("ID_TAKEN");
    expect(await db().thread.count({ where: { articleId } })).toBe(1);
  });
});

describe("a comment's words", () => {
  it.each([
    ["nothing", "", "COMMENT_EMPTY", {}],
    ["white space", " \n\n　", "COMMENT_EMPTY", {}],
    ["too much", "あ".repeat(5_001), "COMMENT_TOO_LONG", { length: 5_001, limit: 5_000 }],
    [
      "a heading",
      { type: "doc" as const, content: [{ type: "heading" }] },
      "COMMENT_INVALID",
      { path: "body.content.0.type", reason: "unknown_content" },
    ],
    [
      "somebody unknown",
      mentioning("さん", "00000000-0000-7000-8000-000000000000"),
      "COMMENT_INVALID",
      { reason: "unknown_member" },
    ],
  ])("can't be %s", async (_name, body, code, data) => {
    const thread = await makeThread();
    const editor = await makeActor();
    const refusal = await refusalOf(replyToThread(editor, { threadId: thread.id, body }));
    expect(refusal).toMatchObject({ code, data });
    expect(await eventKinds(thread.articleId)).not.toContain("comment.added");
  });

  it("call people by the names they have, whatever was sent", async () => {
    const thread = await makeThread();
    const { id } = await makeMember("viewer", { name: "佐藤" });
    const body = mentioning("さん、お願いします", id);
    const answered = await replyToThread(await makeActor(), { threadId: thread.id, body });
    expect(answered.comments[1]).toMatchObject({ text: "@佐藤さん、お願いします", mentions: [id] });
  });
});

describe("replyToThread", () => {
  it("adds a comment at the end, with one event that names the thread", async () => {
    const thread = await makeThread();
    const editor = await makeActor();
    const answered = await replyToThread(editor, { threadId: thread.id, body: "白書で確かめます。" });
    expect(answered.comments.map(({ text }) => text)).toEqual([
      "この数字は確かですか。",
      "白書で確かめます。",
    ]);
    expect(answered.comments.map(({ abilities }) => abilities.edit)).toEqual([false, true]);
    expect(await newestEvent(thread.articleId)).toMatchObject({
      kind: "comment.added",
      claimId: thread.claimId,
      subjectId: answered.comments[1]?.id,
      data: { threadId: thread.id },
    });
  });

  it("makes one comment of an id, also after it was deleted", async () => {
    const thread = await makeThread();
    const editor = await makeActor();
    const draft = { threadId: thread.id, id: uuidv7(), body: "一度だけ" };
    await Promise.all([replyToThread(editor, draft), replyToThread(editor, draft)]);
    await deleteComment(editor, { commentId: draft.id });
    const again = await replyToThread(editor, draft);
    expect(again.comments.map(({ text }) => text)).toEqual(["この数字は確かですか。", ""]);
    expect((await eventKinds(thread.articleId)).filter((kind) => kind === "comment.added")).toHaveLength(1);
  });

  it("refuses an id of another thread or person", async () => {
    const [thread, other] = [await makeThread(), await makeThread()];
    const id = thread.comments[0]?.id ?? "";
    const author = await makeActor();
    for (const threadId of [thread.id, other.id]) {
      expect((await refusalOf(replyToThread(author, { threadId, id, body: "？" }))).code).toBe("ID_TAKEN");
    }
  });

  it("knows no thread that is not there, or whose claim was deleted, until that is back", async () => {
    const editor = await makeActor();
    const { id: threadId, claimId } = await makeThread();
    const reply = () => replyToThread(editor, { threadId, body: "？" });
    expect((await refusalOf(replyToThread(editor, { threadId: uuidv7(), body: "？" }))).code).toBe(
      "NOT_FOUND",
    );
    await deleteClaim(editor, { claimId: claimId ?? "" });
    expect((await refusalOf(reply())).code).toBe("NOT_FOUND");
    expect((await refusalOf(readThread(editor, threadId))).code).toBe("NOT_FOUND");
    await restoreClaim(editor, { claimId: claimId ?? "" });
    expect((await reply()).comments).toHaveLength(2);
  });
});

describe("resolveThread and reopenThread", () => {
  it("say who and when, and are one event each, however often they are asked", async () => {
    const editor = await makeActor();
    const { id: threadId, articleId } = await makeThread();
    const resolved = await resolveThread(editor, { threadId });
    expect(resolved.resolved).toMatchObject({ by: { id: editor.id }, at: expect.any(String) });
    expect(await resolveThread(await makeActor(), { threadId })).toEqual({
      ...resolved,
      comments: [expect.anything()],
    });
    expect((await reopenThread(editor, { threadId })).resolved).toBeNull();
    expect((await reopenThread(editor, { threadId })).resolved).toBeNull();
    expect((await eventKinds(articleId)).slice(2)).toEqual([
      "thread.opened",
      "thread.resolved",
      "thread.reopened",
    ]);
  });
});

describe("editComment and deleteComment", () => {
  it("are for the author alone, and only while their role lets them write", async () => {
    const author = await makeActor();
    const { comments } = await makeThread({ by: author });
    const commentId = comments[0]?.id ?? "";
    const edited = await editComment(author, { commentId, body: "直しました。", version: 1 });
    expect(edited).toMatchObject({ text: "直しました。", version: 2, editedAt: expect.any(String) });
    const lowered = { ...author, role: "viewer" as const };
    for (const actor of [lowered, await makeActor("admin")]) {
      const edit = editComment(actor, { commentId, body: "消します", version: 2 });
      expect((await refusalOf(edit)).code).toBe("FORBIDDEN");
      expect((await refusalOf(deleteComment(actor, { commentId }))).code).toBe("FORBIDDEN");
    }
    expect((await refusalOf(deleteComment(author, { commentId: uuidv7() }))).code).toBe("NOT_FOUND");
  });

  it("tell of a second page's change instead of writing over it", async () => {
    const author = await makeActor();
    const { articleId, comments } = await makeThread({ by: author });
    const commentId = comments[0]?.id ?? "";
    await editComment(author, { commentId, body: "一つめ", version: 1 });
    const refusal = await refusalOf(editComment(author, { commentId, body: "二つめ", version: 1 }));
    expect(refusal).toMatchObject({
      code: "CONFLICT",
      data: { fields: ["body"], current: { text: "一つめ", version: 2 } },
    });
    const same = await editComment(author, { commentId, body: "一つめ", version: 1 });
    expect(same.version).toBe(2);
    expect((await eventKinds(articleId)).filter((kind) => kind === "comment.edited")).toHaveLength(1);
  });

  it("let one of two edits at once hold, and show it to the other", async () => {
    const author = await makeActor();
    const { comments } = await makeThread({ by: author });
    const edit = (body: string) =>
      editComment(author, { commentId: comments[0]?.id ?? "", body, version: 1 });
    const both = await Promise.allSettled([edit("右"), edit("左")]);
    const held = both.find((one) => one.status === "fulfilled");
    const refused = both.find((one) => one.status === "rejected");
    expect(refused?.reason).toMatchObject({
      code: "CONFLICT",
      data: { current: { text: held?.value.text, version: 2 } },
    });
  });

  it("leave a place without words, once", async () => {
    const author = await makeActor();
    const { id, articleId, comments } = await makeThread({ by: author });
    await replyToThread(await makeActor(), { threadId: id, body: "はい。" });
    const commentId = comments[0]?.id ?? "";
    await deleteComment(author, { commentId });
    await deleteComment(author, { commentId });
    const { comments: left } = await readThread(author, id);
    expect(left[0]).toMatchObject({
      body: null,
      text: "",
      deletedAt: expect.any(String),
      abilities: { edit: false, delete: false },
    });
    expect(left[1]?.text).toBe("はい。");
    expect((await refusalOf(editComment(author, { commentId, body: "戻す", version: 2 }))).code).toBe(
      "NOT_FOUND",
    );
    expect((await eventKinds(articleId)).filter((kind) => kind === "comment.deleted")).toHaveLength(1);
    const stored = JSON.stringify(await db().event.findMany({ where: { articleId } }));
    expect(stored, "the log keeps no words that were taken back").not.toContain("この数字は");
  });
});

describe("what is counted and listed", () => {
  it("counts open conversations of a claim and of its article", async () => {
    const editor = await makeActor();
    const claim = await makeClaim({ by: editor });
    const at = { by: editor, articleId: claim.articleId };
    const [open, resolved, emptied, passage] = [
      await makeThread({ ...at, claimId: claim.id }),
      await makeThread({ ...at, claimId: claim.id }),
      await makeThread({ ...at, claimId: claim.id }),
      await makeThread({ ...at, target: { exact: "市長は会見した" } }),
    ];
    await resolveThread(editor, { threadId: resolved.id });
    await deleteComment(editor, { commentId: emptied.comments[0]?.id ?? "" });
    expect((await readClaim(editor, claim.id)).openThreads).toBe(1);
    expect((await readClaimSummaries(editor, claim.articleId))[0]?.openThreads).toBe(1);
    const page = await readClaims(editor, { articleId: claim.articleId, limit: 10 });
    expect(page.items[0]?.openThreads).toBe(1);
    expect((await readArticle(editor, claim.articleId)).openThreads).toBe(2);

    const list = async (query: object) => {
      const { items } = await readThreads(editor, {
        articleId: claim.articleId,
        state: "open",
        limit: 10,
        ...query,
      });
      return items.map(({ id }) => id);
    };
    expect(await list({})).toEqual([open.id, passage.id]);
    expect(await list({ claimId: claim.id })).toEqual([open.id]);
    expect(await list({ state: "resolved" })).toEqual([resolved.id]);
    expect(await list({ state: "all" })).toEqual([open.id, resolved.id, passage.id]);

    await deleteClaim(editor, { claimId: claim.id });
    expect(await list({ state: "all" })).toEqual([passage.id]);
    expect((await readArticle(editor, claim.articleId)).openThreads).toBe(1);
  });

  it("pages, the oldest first, for everybody who reads", async () => {
    const { id: articleId } = await makeArticle();
    const opened: string[] = [];
    for (let count = 0; count < 3; count += 1)
      opened.push((await makeThread({ articleId, target: { exact: "2019年" } })).id);
    const viewer = await makeActor("viewer");
    const query = { articleId, state: "all", limit: 2 } as const;
    const first = await readThreads(viewer, query);
    const second = await readThreads(viewer, { ...query, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(opened);
    expect(second.nextCursor).toBeNull();
    expect(first.items[0]?.abilities).toEqual({ reply: false, resolve: false });
    const nowhere = readThreads(viewer, { ...query, articleId: uuidv7() });
    expect((await refusalOf(nowhere)).code).toBe("NOT_FOUND");
  });
});

describe("the database", () => {
  it("refuses a thread about two things, and a comment that is deleted and still says something", async () => {
    const { id, articleId, claimId, comments } = await makeThread();
    const passage = await makeThread({ articleId, target: { exact: "2019年" } });
    const both = db().thread.update({ where: { id: passage.id }, data: { claimId } });
    await expect(both).rejects.toThrow(/Thread_about_one/);
    const half = db().thread.update({ where: { id }, data: { resolvedAt: new Date() } });
    await expect(half).rejects.toThrow(/Thread_about_one/);
    const where = { id: comments[0]?.id ?? "" };
    const deleted = db().comment.update({ where, data: { deletedAt: new Date() } });
    await expect(deleted).rejects.toThrow(/Comment_deleted_is_empty/);
  });

  it("refuses a thread on words that do not stand there, whoever writes it", async () => {
    const { id, articleId } = await makeThread();
    const other = await makeArticle();
    await expect(db().thread.update({ where: { id }, data: { articleId: other.id } })).rejects.toThrow(
      /about a claim of its article/,
    );
    const passage = await makeThread({ articleId, target: { exact: "2019年" } });
    await expect(
      db().thread.update({ where: { id: passage.id }, data: { exact: "2020年" } }),
    ).rejects.toThrow(/stands on words/);
  });
});
