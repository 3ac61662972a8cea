import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ROLES } from "#domain/member.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { systemStatusSchema, systemWorkSchema } from "#domain/system.ts";
import { pauseWatch } from "#server/commands/pause-watch.ts";
import { retryMail } from "#server/commands/retry-mail.ts";
import { retryReading } from "#server/commands/retry-reading.ts";
import { retryWatch } from "#server/commands/retry-watch.ts";
import { setWatch } from "#server/commands/set-watch.ts";
import { db } from "#server/db.ts";
import { sendDueDigests } from "#server/mail/send-digests.ts";
import { makeActor } from "#server/test/actor.ts";
import { makeArticle } from "#server/test/article.ts";
import { callApi, makeScript } from "#server/test/call-api.ts";
import { makeMember } from "#server/test/member.ts";
import { refusalOf } from "#server/test/refusal.ts";
import { makeThread, mentioning } from "#server/test/thread.ts";
import { lookAtDue } from "#server/watch/look-at-due.ts";
import { readSystemStatus } from "./system-status.ts";
import { readSystemWork } from "./system-work.ts";
import { readAddressStanding } from "./watch.ts";

const HOUR = 60 * 60_000;
const NOWHERE = "00000000-0000-7000-8000-000000000000";

let admin: Actor;
beforeAll(async () => {
  // Before anything asks for the environment, which is read once. Nobody is there: the tests send by themselves.
  vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:9");
  vi.stubEnv("MAIL_FROM", "desk@uratori.example");
  admin = await makeActor("admin");
});
afterAll(() => vi.unstubAllEnvs());

/** What a desk is told of itself. */
const standing = async () => (await readSystemStatus(admin)).work;
const work = () => readSystemWork(admin);

/** A reading that failed, with or without its file. */
async function failedReading(bytes: Uint8Array<ArrayBuffer> | null): Promise<string> {
  const { id } = await makeActor();
  const fields = {
    fileName: "極秘.pdf",
    format: "pdf",
    direction: "across",
    language: "ja",
    sha256: "0".repeat(64),
  };
  const row = await db().reading.create({
    data: { ...fields, state: "failed", failure: "TOO_HARD", attempts: 2, bytes, createdById: id },
  });
  return row.id;
}

/** An article whose address is looked at and never answers. */
async function failingWatch(): Promise<string> {
  const editor = await makeActor();
  const article = await makeArticle({ by: editor, url: "http://127.0.0.1:9/gone" });
  await setWatch(editor, { articleId: article.id, everyMinutes: 15 });
  await lookAtDue();
  return article.id;
}

describe("how the system runs", () => {
  it("says versions, sizes and queues", async () => {
    await makeArticle();
    const status = systemStatusSchema.parse(await readSystemStatus(admin));
    expect(status.versions).toMatchObject({
      product: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      node: process.versions.node,
      postgres: expect.stringMatching(/^\d+/),
      migration: expect.stringMatching(/^\d{14}_/),
    });
    expect(status.sizes.databaseBytes).toBeGreaterThan(1_000_000);
    const sizes = status.sizes.tables.map(({ bytes }) => bytes);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(status.sizes.tables.map(({ name }) => name)).toContain("Event");
    expect(status.sendsMail).toBe(true);
  });

  it("is for admins", async () => {
    for (const role of ROLES.filter((one) => one !== "admin")) {
      const { send } = await makeScript(role);
      for (const [method, path] of [
        ["GET", "/system"],
        ["GET", "/system/work"],
        ["POST", `/system/readings/${NOWHERE}/retry`],
        ["POST", `/system/watches/${NOWHERE}/retry`],
        ["PUT", `/system/watches/${NOWHERE}/pause`],
        ["POST", `/system/mails/${NOWHERE}/retry`],
      ] as const)
        expect(
          (await send(method, path, method === "GET" ? undefined : { paused: true })).status,
          `${role} ${path}`,
        ).toBe(403);
    }
    expect((await callApi("GET", "/system")).status).toBe(401);
  });

  it("answers admins by the API as the contract has it", async () => {
    const { send } = await makeScript("admin");
    systemStatusSchema.parse((await send("GET", "/system")).json);
    systemWorkSchema.parse((await send("GET", "/system/work")).json);
    for (const path of [
      `/system/readings/${NOWHERE}/retry`,
      `/system/watches/${NOWHERE}/retry`,
      `/system/mails/${NOWHERE}/retry`,
    ])
      expect((await send("POST", path)).json).toMatchObject({ code: "NOT_FOUND" });
    expect((await send("PUT", `/system/watches/${NOWHERE}/pause`, { paused: true })).status).toBe(404);
  });
});

describe("a reading that failed", () => {
  it("is listed without its file's name, and is begun once more", async () => {
    const id = await failedReading(new Uint8Array([1]));
    const listed = (await work()).readings.find((one) => one.id === id);
    expect(listed).toMatchObject({ failure: "TOO_HARD", canRetry: true });
    expect(JSON.stringify(listed)).not.toContain("極秘");
    expect((await standing()).readings.failed).toBeGreaterThan(0);
    await retryReading(admin, id);
    expect(await db().reading.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "waiting",
      failure: null,
      attempts: 0,
    });
    expect((await standing()).readings).toMatchObject({ waiting: 1, oldestWaitingAt: expect.any(String) });
    expect(await refusalOf(retryReading(admin, id))).toMatchObject({ code: "NOT_FOUND" });
    await db().reading.delete({ where: { id } });
  });

  it("without its file cannot be begun once more, and says so", async () => {
    const id = await failedReading(null);
    expect((await work()).readings.find((one) => one.id === id)).toMatchObject({ canRetry: false });
    expect(await refusalOf(retryReading(admin, id))).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a watch", () => {
  it("that fails is listed first, and is made due at once", async () => {
    const articleId = await failingWatch();
    const [first] = (await work()).watches;
    expect(first).toMatchObject({ article: { id: articleId }, failures: 1, lastFailure: expect.any(String) });
    expect((await standing()).watches).toMatchObject({ failing: 1, due: 0 });
    await retryWatch(admin, articleId);
    expect((await standing()).watches.due).toBe(1);
    expect(await lookAtDue()).toBe(1);
    await db().watch.deleteMany();
  });

  it("that is held is not looked at, until it goes on; its article says so", async () => {
    const articleId = await failingWatch();
    await pauseWatch(admin, { articleId, paused: true });
    const later = new Date(Date.now() + 48 * HOUR);
    expect(await lookAtDue({}, later)).toBe(0);
    expect((await standing()).watches).toMatchObject({ paused: 1, failing: 0 });
    expect((await readAddressStanding(admin, articleId)).watch?.pausedAt).toEqual(expect.any(String));
    await pauseWatch(admin, { articleId, paused: true });
    const told = () =>
      db().event.findMany({ where: { articleId, kind: "article.watched" }, orderBy: { seq: "asc" } });
    expect((await told()).map(({ data }) => data)).toEqual([
      { everyMinutes: 15 },
      { everyMinutes: 15, paused: true },
    ]);
    await pauseWatch(admin, { articleId, paused: false });
    expect((await told()).at(-1)?.data).toEqual({ everyMinutes: 15, paused: false });
    expect(await lookAtDue({}, later)).toBe(1);
    await db().watch.deleteMany();
  });

  it.each([
    ["an admin who wants it looked at now", (articleId: string) => retryWatch(admin, articleId)],
    ["whoever sets it anew", (articleId: string) => setWatch(admin, { articleId, everyMinutes: 15 })],
    ["whoever sets it otherwise", (articleId: string) => setWatch(admin, { articleId, everyMinutes: 60 })],
  ])("that is held goes on by %s", async (_name, act) => {
    const articleId = await failingWatch();
    await pauseWatch(admin, { articleId, paused: true });
    await act(articleId);
    expect((await readAddressStanding(admin, articleId)).watch?.pausedAt).toBeNull();
    await db().watch.deleteMany();
  });
});

describe("mail that could not be sent", () => {
  const failing = async () => {
    throw Object.assign(new Error("550 <reader@uratori.example> is unknown"), { code: "EENVELOPE" });
  };

  it("is listed by its code until one is sent, and is made due at once", async () => {
    const reader = await makeMember("editor");
    await makeThread({ by: await makeActor(), body: mentioning("さん", reader.id) });
    const in20 = new Date(Date.now() + 20 * 60_000);
    await sendDueDigests(failing, in20);
    const listed = async () => (await work()).mails.find(({ member }) => member.id === reader.id);
    expect(await listed()).toMatchObject({ code: "EENVELOPE", failures: 1, since: in20.toISOString() });
    expect(JSON.stringify(await listed())).not.toContain("550");
    expect((await standing()).mails).toMatchObject({ failing: 1, due: 0 });
    await retryMail(admin, reader.id);
    expect((await standing()).mails).toMatchObject({ due: 1, oldestDueAt: expect.any(String) });
    await sendDueDigests(failing);
    expect(await listed()).toMatchObject({ failures: 2, since: in20.toISOString() });
    await retryMail(admin, reader.id);
    expect(await sendDueDigests(async () => {})).toBe(1);
    expect(await listed()).toBeUndefined();
    expect((await standing()).mails).toMatchObject({ waiting: 0, failing: 0 });
    expect(await refusalOf(retryMail(admin, reader.id))).toMatchObject({ code: "NOT_FOUND" });
  });

  it.each([
    ["another kind of error", new Error("kanaria@uratori.example"), "UNKNOWN"],
    ["a code with words in it", Object.assign(new Error("x"), { code: "bad kanaria" }), "UNKNOWN"],
    ["a server that is away", Object.assign(new Error("x"), { code: "ECONNREFUSED" }), "ECONNREFUSED"],
  ])("keeps no words of %s", async (_name, error, code) => {
    const reader = await makeMember("editor");
    await makeThread({ by: await makeActor(), body: mentioning("さん", reader.id) });
    await sendDueDigests(() => Promise.reject(error), new Date(Date.now() + 20 * 60_000));
    const { mails } = await work();
    expect(mails.find(({ member }) => member.id === reader.id)?.code).toBe(code);
    await db().notification.updateMany({ data: { mailDueAt: null } });
  });
});
