import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Actor } from "#domain/rights/predicate.ts";
import { setWatch } from "#server/commands/set-watch.ts";
import { db } from "#server/db.ts";
import { readAddressStanding } from "#server/reads/watch.ts";
import { ensureScales } from "#server/scales/seed-scales.ts";
import { makeActor } from "#server/test/actor.ts";
import { makeArticle } from "#server/test/article.ts";
import { type LineServer, startLineServer } from "#server/test/line-server.ts";
import { startWebServer, type WebServer, webPage } from "#server/test/web-server.ts";
import { lookAtDue } from "./look-at-due.ts";

let web: WebServer;
let silent: LineServer;
let editor: Actor;

beforeAll(async () => {
  web = await startWebServer();
  silent = await startLineServer(() => {});
  await ensureScales(db());
});
afterAll(() => Promise.all([web.close(), silent.close()]));
beforeEach(async () => {
  editor = await makeActor();
  await db().watch.deleteMany();
});

/** One name is looked up for ever, as where a resolver hangs. */
const border = () => ({
  resolve: (hostname: string) =>
    hostname === "hangs.example" ? new Promise<never>(() => {}) : Promise.resolve(["127.0.0.1"]),
  allowed: new Set([`news.example:${web.port}`, `silent.example:${silent.port}`, "hangs.example:80"]),
});

const soon = () => AbortSignal.timeout(100);

async function watched(url: string): Promise<string> {
  const { id: articleId } = await makeArticle({ by: editor, url });
  await setWatch(editor, { articleId, everyMinutes: 15 });
  return articleId;
}

const watchOf = async (articleId: string) => (await readAddressStanding(editor, articleId)).watch;

it("a look that hangs ends, is noted as failed, and keeps nobody else from their turn", async () => {
  web.pages.set("/a", webPage("<article><h1>新橋の費用</h1><p>一つ目。</p></article>"));
  const hanging: string[] = [];
  // More than are looked at at once: each turn is taken by one that hangs.
  for (let count = 0; count < 5; count += 1) {
    hanging.push(await watched(`http://hangs.example/${count}`));
    hanging.push(await watched(`http://silent.example:${silent.port}/${count}`));
  }
  const sound = await watched(`http://news.example:${web.port}/a`);
  const now = new Date(Date.now() + 60_000);
  // Who is asked something sound has all the time there is.
  const deadlineOf = (articleId: string) => (articleId === sound ? new AbortController().signal : soon());
  expect(await lookAtDue({ ...border(), deadlineOf }, now)).toBe(11);
  for (const articleId of hanging)
    expect(await watchOf(articleId)).toMatchObject({ failures: 1, lastFailure: "FETCH_TIMEOUT" });
  expect(await watchOf(sound)).toMatchObject({ failures: 0, lastFailure: null, lastAt: now.toISOString() });
  await expect.poll(() => silent.open.size).toBe(0);
});

it("what a look finds after its time is over is not taken in", async () => {
  const articleId = await watched(`http://news.example:${web.port}/late`);
  let answer = () => {};
  web.pages.set("/late", (response) => {
    answer = () => void response.writeHead(200, { "content-type": "text/html" }).end("<p>別の文。</p>");
  });
  const now = new Date(Date.now() + 60_000);
  const over = new AbortController();
  const looking = lookAtDue({ ...border(), deadlineOf: () => over.signal }, now);
  await expect.poll(() => web.requests.some(({ url }) => url === "/late")).toBe(true);
  over.abort();
  await looking;
  answer();
  expect(await watchOf(articleId)).toMatchObject({ failures: 1, lastFailure: "FETCH_TIMEOUT" });
  expect(await db().articleChange.count({ where: { articleId } })).toBe(0);
});

it("instances that stop give back a look that hangs", async () => {
  const articleId = await watched("http://hangs.example/");
  const stopping = new AbortController();
  const now = new Date(Date.now() + 60_000);
  const looking = lookAtDue({ ...border(), signal: stopping.signal }, now);
  await expect.poll(async () => (await watchOf(articleId))?.nextAt).not.toBe(now.toISOString());
  stopping.abort();
  await looking;
  expect(await watchOf(articleId)).toMatchObject({ failures: 0, lastAt: null, nextAt: now.toISOString() });
});
