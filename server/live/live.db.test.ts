import { uuidv7 } from "uuidv7";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClaim } from "#server/commands/create-claim.ts";
import { openThread } from "#server/commands/open-thread.ts";
import { readNotifications } from "#server/commands/read-notifications.ts";
import { bulletId, makeArticle } from "#server/test/article.ts";
import { type Instance, startInstance } from "#server/test/instance.ts";
import { leaveAll, PATIENCE, visit } from "#server/test/live-client.ts";
import { makeMember, sessionCookie } from "#server/test/member.ts";
import { mentioning } from "#server/test/thread.ts";
import { startWatchedProcess } from "#server/test/watched-process.ts";
import { liveStatus } from "./status.ts";

let instance: Instance;

beforeEach(async () => {
  instance = await startInstance();
});
afterEach(async () => {
  leaveAll();
  await instance.close();
});

test("what is put into an inbox and what is read there changes the number on every page of its member", async () => {
  const [author, reader] = [await makeMember("editor"), await makeMember("editor")];
  const by = { id: author.id, role: author.role };
  const article = await makeArticle({ by });
  const pages = [await visit(instance, reader), await visit(instance, reader)];
  const others = await visit(instance, author);
  await openThread(by, {
    articleId: article.id,
    target: { blockId: bulletId(article) },
    body: mentioning("見てください", reader.id),
  });
  for (const page of pages) expect((await page.hears("inbox")).unread).toBe(1);
  expect((await (await visit(instance, reader)).hears("welcome")).unread).toBe(1);
  await readNotifications(
    { id: reader.id, role: reader.role },
    { all: true, upTo: new Date().toISOString() },
  );
  for (const page of pages) await vi.waitFor(() => expect(page.last("inbox")?.unread).toBe(0), PATIENCE);
  expect(others.all("inbox")).toEqual([]);
});

test("an instance that stops sends its pages elsewhere and lets nobody in any more", async () => {
  const stopping = await startInstance();
  const member = await makeMember("editor");
  const article = await makeArticle();
  const pages = [await visit(stopping, member), await visit(stopping, member)];
  for (const page of pages) await page.open(article.id, 1);
  await stopping.close();
  for (const page of pages) await page.closes("restarting");
  await expect(fetch(stopping.origin)).rejects.toThrow();
  expect((await (await visit(instance, member)).open(article.id, 1)).people).toHaveLength(1);
});

test("operators see whether wake-ups are heard, and how many pages are there", async () => {
  expect(liveStatus()).toEqual({ listening: true, sockets: 0, unstored: 0 });
  await visit(instance, await makeMember("viewer"));
  expect(liveStatus()).toEqual({ listening: true, sockets: 1, unstored: 0 });
});

test("an instance in a process of its own does the same, by HTTP and socket, until it is killed", async () => {
  const { origin, liveUrl, kill } = await startWatchedProcess();
  const elsewhere = { origin, liveUrl, close: async () => {} };
  const member = await makeMember("editor");
  const article = await makeArticle();
  const [here, there] = [await visit(instance, member), await visit(elsewhere, member)];
  await here.open(article.id, 1);
  expect((await there.open(article.id, 1)).news).toBeNull();
  await vi.waitFor(() => expect(here.last("people")?.here.length).toBeGreaterThan(0), PATIENCE);
  const id = uuidv7();
  const answer = await fetch(`${origin}/api/v1/articles/${article.id}/claims`, {
    method: "POST",
    headers: { cookie: await sessionCookie(member), origin, "content-type": "application/json" },
    body: JSON.stringify({ id, target: { blockId: bulletId(article) } }),
  });
  expect(answer.status).toBe(201);
  for (const page of [here, there])
    await vi.waitFor(() => expect(page.news()[0]?.claims).toMatchObject([{ id, number: 1 }]), PATIENCE);
  kill();
  await vi.waitFor(() => expect(there.closedWith).toBe(1006), PATIENCE);
  await createClaim(
    { id: member.id, role: member.role },
    { articleId: article.id, target: { blockId: bulletId(article, 1) } },
  );
  await vi.waitFor(() => expect(here.news().at(-1)?.to).toBe(3), PATIENCE);
}, 60_000);
