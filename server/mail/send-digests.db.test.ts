import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { NOTIFICATION_KINDS, type NotificationSettings } from "#domain/notification.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { Member } from "#prisma/generated/client.ts";
import { deleteComment } from "#server/commands/delete-comment.ts";
import { putNotificationSettings } from "#server/commands/put-notification-settings.ts";
import { readNotifications } from "#server/commands/read-notifications.ts";
import { replyToThread } from "#server/commands/reply-to-thread.ts";
import { updateMember } from "#server/commands/update-member.ts";
import { db } from "#server/db.ts";
import { readInbox } from "#server/reads/notification.ts";
import { makeActor } from "#server/test/actor.ts";
import { PATIENCE } from "#server/test/live-client.ts";
import { type MailServer, smtpAnswer, startMailServer } from "#server/test/mail-server.ts";
import { makeMember } from "#server/test/member.ts";
import { makeThread, mentioning } from "#server/test/thread.ts";
import { sendDueDigests } from "./send-digests.ts";
import { mailSender } from "./sender.ts";
import { startDigests } from "./start-digests.ts";

const MINUTE = 60_000;

let server: MailServer;
let author: Actor;
let reader: Member;

beforeAll(async () => {
  server = await startMailServer();
  // Before anything asks for the environment, which is read once.
  vi.stubEnv("SMTP_URL", server.url);
  vi.stubEnv("MAIL_FROM", "校閲部 <desk@uratori.example>");
  vi.stubEnv("MAIL_DIGEST_MINUTES", "10");
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

beforeEach(async () => {
  author = await makeActor();
  reader = await makeMember("editor", { name: "鈴木" });
});

afterEach(async () => {
  server.mails.length = 0;
  server.onMail = async () => {};
  server.onRecipient = () => {};
  await db().notification.updateMany({ data: { mailDueAt: null } });
});

/** One instance's round, as if it were `minutes` from now. */
function round(minutes = 11): Promise<number> {
  const send = mailSender();
  if (!send) throw new Error("No mail server is configured");
  return sendDueDigests(send, new Date(Date.now() + minutes * MINUTE));
}

const mention = (...readers: { id: string }[]) =>
  makeThread({ by: author, body: mentioning("さん", ...readers.map(({ id }) => id)) });

const wanting = (ways: { inApp: boolean; byMail: boolean }) => ({
  kinds: Object.fromEntries(NOTIFICATION_KINDS.map((kind) => [kind, ways])) as NotificationSettings,
});

describe("a digest", () => {
  it("tells of all that waits in one mail, and of nothing twice", async () => {
    const thread = await mention(reader);
    await db().notification.updateMany({ data: { mailDueAt: new Date(Date.now() + 5 * MINUTE) } });
    await replyToThread(author, {
      threadId: thread.id,
      body: mentioning("さん、<b>急ぎ</b>です", reader.id),
    });
    expect(await round(4)).toBe(0);
    expect(await round(6), "the second is not due yet and comes along").toBe(1);
    expect(await round(600)).toBe(0);
    const [mail, ...others] = server.mails;
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: [reader.email], subject: "Uratori：新しいお知らせが2件あります" });
    const address = `http://localhost:3000/articles/${thread.articleId}?claim=${thread.claimId}&thread=${thread.id}`;
    expect(mail?.text).toContain("鈴木さん\n\n記事「湾岸の新橋」");
    expect(mail?.text).toContain("主張1「橋は2019年に着工した。」");
    expect(mail?.text).toContain("  > @鈴木さん、<b>急ぎ</b>です");
    expect(mail?.text).toContain(address);
    expect(mail?.html).toContain(`href="${address.replace("&", "&amp;")}"`);
    expect(mail?.html).toContain("&lt;b&gt;急ぎ&lt;/b&gt;です");
    expect(mail?.header("auto-submitted")).toBe("auto-generated");
    expect(mail?.header("from")).toContain("<desk@uratori.example>");
  });

  it("speaks the reader's language", async () => {
    const english = await makeMember("viewer", { name: "Kay", locale: "en" });
    await mention(english);
    await round();
    expect(server.mails[0]?.subject).toBe("Uratori: 1 new notification");
    expect(server.mails[0]?.text).toMatch(/^Hello Kay,\n\nIn “湾岸の新橋”\n\n\* Member \d+ mentioned you/);
  });

  it("leaves out what was read, taken back or turned off, and closed accounts", async () => {
    const [read, other, off, gone] = [
      reader,
      await makeMember("editor"),
      await makeActor(),
      await makeActor(),
    ];
    await mention(read, off, gone);
    const taken = await mention(other);
    const inbox = await readInbox(read, { limit: 10, show: "all" });
    await readNotifications(read, { ids: inbox.items.map(({ id }) => id), read: true });
    await deleteComment(author, { commentId: taken.comments[0]?.id ?? "" });
    await putNotificationSettings(off, wanting({ inApp: true, byMail: false }));
    await updateMember(await makeActor("admin"), { memberId: gone.id, disabled: true });
    expect(await round()).toBe(0);
    expect(server.mails).toEqual([]);
  });

  it("is wanted kind by kind: by mail only, in the inbox only", async () => {
    const [mailed, shown] = [await makeActor(), await makeActor()];
    await putNotificationSettings(mailed, wanting({ inApp: false, byMail: true }));
    await putNotificationSettings(shown, wanting({ inApp: true, byMail: false }));
    await mention(mailed, shown);
    expect(await readInbox(mailed, { limit: 10, show: "all" })).toMatchObject({ items: [], unread: 0 });
    expect(await readInbox(shown, { limit: 10, show: "all" })).toMatchObject({ unread: 1 });
    await round();
    const { email } = await db().member.findUniqueOrThrow({ where: { id: mailed.id } });
    expect(server.mails.map(({ to }) => to)).toEqual([[email]]);
  });
});

describe("several instances", () => {
  it("at once send each member one mail", async () => {
    const readers = [reader, await makeMember("editor"), await makeMember("viewer")];
    await mention(...readers);
    await mention(...readers);
    server.onMail = () => new Promise((done) => setTimeout(done, 50));
    const sent = await Promise.all([round(), round(), round()]);
    expect(sent.reduce((sum, count) => sum + count)).toBe(3);
    expect(server.mails.flatMap(({ to }) => to).sort()).toEqual(readers.map(({ email }) => email).sort());
  });

  it("lose nothing that comes while a mail is under way, and keep nobody waiting", async () => {
    await mention(reader);
    const inbox = await readInbox(reader, { limit: 10, show: "all" });
    server.onMail = async () => {
      await readNotifications(reader, { ids: inbox.items.map(({ id }) => id), read: true });
      await mention(reader);
    };
    expect(await round()).toBe(1);
    server.onMail = async () => {};
    expect(await round()).toBe(1);
    expect(server.mails.map(({ subject }) => subject)).toEqual(
      Array(2).fill("Uratori：新しいお知らせが1件あります"),
    );
  });
});

describe("a mail server that refuses", () => {
  it("is asked again after a pause, and the mail is sent once", async () => {
    await mention(reader);
    server.onMail = () => Promise.reject(smtpAnswer(451, "try again later"));
    expect(await round(11)).toBe(0);
    expect(await round(12), "not at once").toBe(0);
    server.onMail = async () => {};
    expect(await round(12), "not before the pause is over").toBe(0);
    expect(await round(25)).toBe(1);
    expect(server.mails).toHaveLength(1);
  });

  it("that is not there costs one try a round", async () => {
    await mention(reader, await makeMember("editor"));
    const send = vi.fn().mockRejectedValue(Object.assign(new Error("down"), { code: "ECONNECTION" }));
    const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE);
    await sendDueDigests(send, later(11));
    expect(send).toHaveBeenCalledTimes(1);
    await sendDueDigests(send, later(11));
    expect(send).toHaveBeenCalledTimes(2);
    expect(await round(30)).toBe(2);
  });

  it("one address takes it from all others", async () => {
    const other = await makeMember("editor");
    await mention(reader, other);
    server.onRecipient = (address) => {
      if (address === reader.email) throw smtpAnswer(550, "no such mailbox");
    };
    expect(await round()).toBe(1);
    expect(server.mails.map(({ to }) => to)).toEqual([[other.email]]);
  });

  it("for three days is not asked any more", async () => {
    await mention(reader);
    server.onMail = () => Promise.reject(smtpAnswer(451, "try again later"));
    for (let hour = 1; hour < 72; hour += 10) await round(hour * 60);
    server.onMail = async () => {};
    expect(await round(72 * 60 + 1)).toBe(0);
    expect(await readInbox(reader, { limit: 1, show: "unread" })).toMatchObject({ unread: 1 });
  });
});

describe("startDigests", () => {
  it("sends what is due until it is stopped", async () => {
    const stop = startDigests(10);
    await mention(reader);
    await db().notification.updateMany({ data: { mailDueAt: new Date() } });
    await vi.waitFor(() => expect(server.mails).toHaveLength(1), PATIENCE);
    await stop();
  });
});
