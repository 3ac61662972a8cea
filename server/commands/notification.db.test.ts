import { beforeEach, describe, expect, it } from "vitest";
import { NOTIFICATION_KINDS, type NotificationSettings } from "#domain/notification.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { db } from "#server/db.ts";
import { readInbox } from "#server/reads/notification.ts";
import { makeActor } from "#server/test/actor.ts";
import { bulletId, makeArticle } from "#server/test/article.ts";
import { makeClaim } from "#server/test/claim.ts";
import { inboxOf } from "#server/test/inbox.ts";
import { makeMember } from "#server/test/member.ts";
import { makeThread, mentioning } from "#server/test/thread.ts";
import { deleteClaim } from "./delete-claim.ts";
import { deleteComment } from "./delete-comment.ts";
import { editComment } from "./edit-comment.ts";
import { putNotificationSettings } from "./put-notification-settings.ts";
import { putVerdict } from "./put-verdict.ts";
import { readNotifications } from "./read-notifications.ts";
import { replyToThread } from "./reply-to-thread.ts";
import { updateClaim } from "./update-claim.ts";

let author: Actor;
let other: Actor;
let third: Actor;

beforeEach(async () => {
  [author, other, third] = [await makeActor(), await makeActor(), await makeActor()];
});

const inboxes = () => Promise.all([author, other, third].map(inboxOf));

/** Everything on, but for what is given. */
function settings(wanted: Partial<NotificationSettings>): { kinds: NotificationSettings } {
  const on = { inApp: true, byMail: true };
  return { kinds: { mention: on, reply: on, assignment: on, decision: on, stale: on, ...wanted } };
}

describe("a mention", () => {
  it("tells those it names, once each, and never oneself", async () => {
    await makeThread({ by: author, body: mentioning("さん", other.id, author.id, other.id) });
    expect(await inboxes()).toEqual([[], ["mention"], []]);
  });

  it("tells viewers too, and nobody whose account is closed", async () => {
    const viewer = await makeActor("viewer");
    const gone = await makeMember("editor", { disabledAt: new Date() });
    await makeThread({ by: author, body: mentioning("さん", viewer.id, gone.id) });
    expect([await inboxOf(viewer), await inboxOf(gone)]).toEqual([["mention"], []]);
  });

  it("outweighs being told of a reply, unless the person turned mentions off", async () => {
    const { id: threadId } = await makeThread({ by: other });
    await replyToThread(author, { threadId, body: mentioning("さん", other.id) });
    expect(await inboxOf(other)).toEqual(["mention"]);
    await putNotificationSettings(other, settings({ mention: { inApp: false, byMail: false } }));
    await replyToThread(author, { threadId, body: mentioning("さん", other.id) });
    expect(await inboxOf(other)).toEqual(["mention", "reply"]);
  });

  it("that an edit adds is told; one that stood there is not told again", async () => {
    const { comments } = await makeThread({ by: author, body: mentioning("さん", other.id) });
    const commentId = comments[0]?.id ?? "";
    await editComment(author, { commentId, body: mentioning("さんへ", other.id, third.id), version: 1 });
    await editComment(author, { commentId, body: "誰でもない", version: 2 });
    await editComment(author, { commentId, body: mentioning("さん", other.id), version: 3 });
    expect(await inboxes()).toEqual([[], ["mention"], ["mention"]]);
  });

  it("that an edit adds takes the place of the reply", async () => {
    const { id: threadId } = await makeThread({ by: other });
    const { comments } = await replyToThread(author, { threadId, body: "はい。" });
    expect(await inboxOf(other)).toEqual(["reply"]);
    const body = mentioning("さん、はい。", other.id);
    await editComment(author, { commentId: comments[1]?.id ?? "", body, version: 1 });
    expect(await inboxOf(other)).toEqual(["mention"]);
  });
});

describe("a reply", () => {
  it("tells everybody who wrote in the thread before, and not who wrote nothing there", async () => {
    const { id: threadId } = await makeThread({ by: author });
    await replyToThread(other, { threadId, body: "一" });
    await replyToThread(other, { threadId, body: "二" });
    await replyToThread(third, { threadId, body: "三" });
    expect(await inboxes()).toEqual([["reply", "reply", "reply"], ["reply"], []]);
  });

  it("tells whoever was given the claim that a conversation begins on it", async () => {
    const claim = await makeClaim({ by: author });
    await updateClaim(author, { claimId: claim.id, version: 1, assigneeId: author.id });
    await makeThread({ by: other, articleId: claim.articleId, claimId: claim.id });
    expect(await inboxes()).toEqual([["reply"], [], []]);
  });

  it("that was deleted waits for nobody", async () => {
    const { id: threadId } = await makeThread({ by: author });
    const { comments } = await replyToThread(other, { threadId, body: "取り消します" });
    await deleteComment(other, { commentId: comments[1]?.id ?? "" });
    const inbox = await readInbox(author, { limit: 10, show: "all" });
    expect(inbox).toMatchObject({ unread: 0, items: [{ comment: { excerpt: "" } }] });
    expect(inbox.items[0]?.readAt).not.toBeNull();
  });
});

describe("an assignment", () => {
  it("tells whoever is given a claim by somebody else, each time anew, and nobody of nothing", async () => {
    const claim = await makeClaim({ by: author });
    const give = (assigneeId: string | null, by: Actor) =>
      updateClaim(by, { claimId: claim.id, version: 100, assigneeId });
    await give(other.id, author);
    await give(other.id, author);
    await give(third.id, third);
    await give(null, author);
    await give(other.id, third);
    expect(await inboxes()).toEqual([[], ["assignment", "assignment"], []]);
  });
});

describe("a decision", () => {
  it("tells who marked, works on and judged the claim, and not who decided", async () => {
    const claim = await makeClaim({ by: author });
    await updateClaim(other, { claimId: claim.id, version: 1, assigneeId: other.id });
    await putVerdict(third, { claimId: claim.id, rating: "accurate", summary: "正しい。" });
    const work = (workState: "settled" | "checking" | "waiting", by: Actor) =>
      updateClaim(by, { claimId: claim.id, version: 100, workState });
    await work("waiting", author);
    expect(await inboxes()).toEqual([[], [], []]);
    await work("settled", other);
    expect(await inboxes()).toEqual([["decision: settled"], [], ["decision: settled"]]);
    await work("waiting", author);
    expect(await inboxes()).toEqual([
      ["decision: settled"],
      ["decision: waiting"],
      ["decision: settled", "decision: waiting"],
    ]);
  });

  it("is also that a new verdict opens a settled claim again", async () => {
    const claim = await makeClaim({ by: author });
    await putVerdict(author, { claimId: claim.id, rating: "accurate", summary: "正しい。" });
    await updateClaim(author, { claimId: claim.id, version: 100, workState: "settled" });
    await putVerdict(other, { claimId: claim.id, summary: "ほぼ正しい。" });
    expect(await inboxes()).toEqual([["decision: checking"], [], []]);
  });
});

describe("settings", () => {
  it.each(NOTIFICATION_KINDS)("keep a %s away where both ways are off", async (kind) => {
    await putNotificationSettings(other, settings({ [kind]: { inApp: false, byMail: false } }));
    await tellOfEverything();
    const kinds = ["mention", "reply", "assignment", "decision"].filter((one) => one !== kind);
    expect((await inboxOf(other)).map((told) => told.split(":")[0]).sort()).toEqual(kinds.sort());
  });

  it("keep a kind out of the inbox where it is wanted by mail only, and no mail is sent here", async () => {
    await putNotificationSettings(other, settings({ mention: { inApp: false, byMail: true } }));
    await makeThread({ by: author, body: mentioning("さん", other.id) });
    expect(await inboxOf(other)).toEqual([]);
  });

  /** One of each kind for `other`, by `author`. */
  async function tellOfEverything(): Promise<void> {
    const claim = await makeClaim({ by: other });
    const { id: threadId } = await makeThread({ by: other, articleId: claim.articleId, claimId: claim.id });
    await replyToThread(author, { threadId, body: "はい。" });
    await makeThread({
      by: author,
      articleId: claim.articleId,
      claimId: claim.id,
      body: mentioning("さん", other.id),
    });
    await updateClaim(author, { claimId: claim.id, version: 100, assigneeId: other.id });
    await putVerdict(author, { claimId: claim.id, rating: "accurate", summary: "正しい。" });
    await updateClaim(author, { claimId: claim.id, version: 100, workState: "settled" });
  }
});

describe("the inbox", () => {
  it("shows what, where and by whom, the newest first", async () => {
    const article = await makeArticle({ by: author });
    await makeClaim({ by: author, articleId: article.id, target: { blockId: bulletId(article, 2) } });
    const claim = await makeClaim({
      by: author,
      articleId: article.id,
      target: { blockId: bulletId(article) },
    });
    const at = { by: author, articleId: article.id };
    const onPassage = await makeThread({
      ...at,
      target: { exact: "𠮷田市長" },
      body: mentioning("長".repeat(300), other.id),
    });
    const onClaim = await makeThread({ ...at, claimId: claim.id, body: mentioning("さん", other.id) });
    const inbox = await readInbox(other, { limit: 10, show: "all" });
    expect(inbox.unread).toBe(2);
    expect(inbox.items).toMatchObject([
      {
        kind: "mention",
        actor: { id: author.id },
        article: { id: article.id, title: "湾岸の新橋" },
        claim: { id: claim.id, number: 1, exact: claim.anchor.exact },
        thread: { id: onClaim.id, exact: null },
        decision: null,
        readAt: null,
      },
      { claim: null, thread: { id: onPassage.id, exact: "𠮷田市長" } },
    ]);
    expect([...(inbox.items[1]?.comment?.excerpt ?? "")]).toHaveLength(200);
    await deleteClaim(author, { claimId: claim.id });
    const [after] = (await readInbox(other, { limit: 1, show: "all" })).items;
    expect(after?.claim).toEqual({ id: claim.id, number: null, exact: claim.anchor.exact });
  });

  it("pages, and shows what is unread", async () => {
    const { id: threadId } = await makeThread({ by: other });
    for (const body of ["一", "二", "三"]) await replyToThread(author, { threadId, body });
    const first = await readInbox(other, { limit: 2, show: "all" });
    const second = await readInbox(other, { limit: 2, show: "all", cursor: first.nextCursor ?? "" });
    const said = [...first.items, ...second.items].map(({ comment }) => comment?.excerpt);
    expect(said).toEqual(["三", "二", "一"]);
    expect(second.nextCursor).toBeNull();
    const ids = first.items.map(({ id }) => id);
    expect(await readNotifications(other, { ids, read: true })).toEqual({ unread: 1 });
    const unread = await readInbox(other, { limit: 10, show: "unread" });
    expect(unread.items.map(({ comment }) => comment?.excerpt)).toEqual(["一"]);
    expect(await readNotifications(other, { ids: ids.slice(0, 1), read: false })).toEqual({ unread: 2 });
  });

  it("is read up to what the person saw, and by nobody else", async () => {
    const { id: threadId } = await makeThread({ by: other });
    await replyToThread(author, { threadId, body: "一" });
    const [seen] = (await readInbox(other, { limit: 1, show: "all" })).items;
    const ids = [seen?.id ?? ""];
    expect(await readNotifications(third, { ids, read: true })).toEqual({ unread: 0 });
    await db().notification.updateMany({
      where: { memberId: other.id },
      data: { createdAt: new Date(Date.parse(seen?.createdAt ?? "") - 1_000) },
    });
    await replyToThread(author, { threadId, body: "二" });
    const upTo = new Date(Date.parse(seen?.createdAt ?? "") - 1_000).toISOString();
    expect(await readNotifications(other, { all: true, upTo })).toEqual({ unread: 1 });
    const [, first] = (await readInbox(other, { limit: 2, show: "all" })).items;
    await readNotifications(other, { ids, read: true });
    const [, again] = (await readInbox(other, { limit: 2, show: "all" })).items;
    expect(again?.readAt).toBe(first?.readAt);
  });
});
