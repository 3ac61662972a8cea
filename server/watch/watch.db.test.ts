import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#domain/rights/predicate.ts";
import { createArticle } from "#server/commands/create-article.ts";
import { fetchCapture } from "#server/commands/fetch-capture.ts";
import { setWatch } from "#server/commands/set-watch.ts";
import { settleChange } from "#server/commands/settle-change.ts";
import { stopWatch } from "#server/commands/stop-watch.ts";
import { updateArticle } from "#server/commands/update-article.ts";
import { db } from "#server/db.ts";
import { readCaptureBytes } from "#server/reads/capture.ts";
import { readAddressStanding } from "#server/reads/watch.ts";
import { removeUnusedCaptures } from "#server/remove-unused-captures.ts";
import { ensureScales } from "#server/scales/seed-scales.ts";
import { makeActor } from "#server/test/actor.ts";
import { makeArticle } from "#server/test/article.ts";
import { eventKinds } from "#server/test/events.ts";
import { redirectTo, startWebServer, type WebServer, webPage } from "#server/test/web-server.ts";
import { lookAtDue } from "./look-at-due.ts";

const MINUTE = 60_000;

let web: WebServer;
let editor: Actor;
/** Minutes since the test began; each look makes them more. */
let later: number;

beforeAll(async () => {
  web = await startWebServer();
  await ensureScales(db());
});
afterAll(() => web.close());
beforeEach(async () => {
  web.pages.clear();
  web.requests.length = 0;
  later = 0;
  editor = await makeActor();
  await db().watch.deleteMany();
});

const border = () => ({
  resolve: async () => ["127.0.0.1"],
  allowed: new Set([`news.example:${web.port}`]),
});
const at = (path: string) => `http://news.example:${web.port}${path}`;
const page = (words: string, headers = {}) =>
  webPage(`<article><h1>新橋の費用</h1><p>${words}</p></article>`, "text/html; charset=utf-8", headers);

/** As if another interval had gone by. */
function round(minutes = 16): Promise<number> {
  later += minutes;
  return lookAtDue(border(), new Date(Date.now() + later * MINUTE));
}

async function fetchedArticle(path = "/a") {
  const { capture } = await fetchCapture(editor, { url: at(path) }, border());
  return await createArticle(editor, { captureId: capture.id });
}

async function watchedArticle(words = "橋は2019年に着工した。") {
  web.pages.set("/a", page(words));
  const article = await fetchedArticle();
  await setWatch(editor, { articleId: article.id, everyMinutes: 15 });
  return article.id;
}

const standing = (articleId: string) => readAddressStanding(editor, articleId);

describe("a watched address", () => {
  it("is told of once when it changes, with what it says now", async () => {
    const articleId = await watchedArticle();
    expect(await round()).toBe(1);
    expect(await standing(articleId)).toMatchObject({
      change: null,
      watch: { everyMinutes: 15, lastFailure: null },
    });
    web.pages.set("/a", page("橋は2020年に着工した。"));
    await round();
    const { change } = await standing(articleId);
    expect(change).toMatchObject({ capture: { url: at("/a"), finalUrl: at("/a") } });
    expect(Buffer.from(await readCaptureBytes(editor, change?.capture.id ?? "")).toString()).toContain(
      "2020年",
    );
    expect(await db().capture.findUnique({ where: { id: change?.capture.id ?? "" } })).toMatchObject({
      fetchedById: null,
    });
    await round();
    await round();
    expect((await standing(articleId)).change).toEqual(change);
    expect(await eventKinds(articleId)).toEqual([
      "article.created",
      "article.watched",
      "article.changed_at_source",
    ]);
  });

  it("is not told of for what is no text of the article", async () => {
    const articleId = await watchedArticle();
    await round();
    web.pages.set(
      "/a",
      webPage(
        "<header>広告</header><article><h1>新橋の費用</h1><p>橋は2019年に<b>着工</b>した。</p></article>",
      ),
    );
    await round();
    expect((await standing(articleId)).change).toBeNull();
  });

  it("settles itself when it says again what the desk has, and is told of when it changes once more", async () => {
    const articleId = await watchedArticle("一つ目。");
    for (const words of ["二つ目。", "一つ目。"]) {
      web.pages.set("/a", page(words));
      await round();
    }
    expect((await standing(articleId)).change).toBeNull();
    web.pages.set("/a", page("二つ目。"));
    await round();
    expect((await standing(articleId)).change).not.toBeNull();
    expect((await eventKinds(articleId)).slice(2)).toEqual([
      "article.changed_at_source",
      "article.change_settled",
      "article.changed_at_source",
    ]);
  });

  it("shows the newest change only, and what was let be is not told of again", async () => {
    const articleId = await watchedArticle("一つ目。");
    web.pages.set("/a", page("二つ目。"));
    await round();
    const first = (await standing(articleId)).change;
    web.pages.set("/a", page("三つ目。"));
    await round();
    const second = (await standing(articleId)).change;
    expect(second?.id).not.toBe(first?.id);
    expect(await db().articleChange.count({ where: { articleId, settledAt: null } })).toBe(1);
    await settleChange(editor, { articleId, changeId: second?.id ?? "" });
    await settleChange(editor, { articleId, changeId: second?.id ?? "" });
    for (const words of ["三つ目。", "一つ目。", "三つ目。"]) {
      web.pages.set("/a", page(words));
      await round();
    }
    expect((await standing(articleId)).change).toBeNull();
    expect((await eventKinds(articleId)).filter((kind) => kind === "article.change_settled")).toHaveLength(1);
  });

  it("of a pasted text is first learnt, then compared with itself", async () => {
    web.pages.set("/a", page("一つ目。"));
    const { id: articleId } = await makeArticle({ by: editor, url: at("/a") });
    await setWatch(editor, { articleId, everyMinutes: 15 });
    await round();
    expect((await standing(articleId)).change).toBeNull();
    web.pages.set("/a", page("二つ目。"));
    await round();
    expect((await standing(articleId)).change).not.toBeNull();
    web.pages.set("/a", page("一つ目。"));
    await round();
    expect((await standing(articleId)).change).toBeNull();
  });

  it("is asked whether it is as it was, and answers so without sending it again", async () => {
    let sent = 0;
    web.pages.set("/new", (response, request) => {
      if (request.headers["if-none-match"] === '"v1"') return void response.writeHead(304).end();
      sent += 1;
      page("一つ目。", { etag: '"v1"', "last-modified": "Wed, 25 Nov 2026 00:00:00 GMT" })(response, request);
    });
    web.pages.set("/a", redirectTo("/new"));
    const { id: articleId } = await fetchedArticle();
    await updateArticle(editor, { articleId, version: 1, url: at("/a") });
    await setWatch(editor, { articleId, everyMinutes: 15 });
    for (let looks = 0; looks < 3; looks += 1) await round();
    expect(sent, "once to fetch it, once to learn it").toBe(2);
    expect(web.requests.at(-1)?.headers["if-modified-since"]).toBe("Wed, 25 Nov 2026 00:00:00 GMT");
    expect((await standing(articleId)).watch).toMatchObject({ failures: 0, lastFailure: null });
    web.pages.set("/new", page("二つ目。", { etag: '"v2"' }));
    await round();
    expect((await standing(articleId)).change).not.toBeNull();
  });

  it("is left alone for longer after each failure, and says why", async () => {
    const articleId = await watchedArticle();
    web.pages.delete("/a");
    expect(await round()).toBe(1);
    const first = await standing(articleId);
    expect(first).toMatchObject({ change: null, watch: { failures: 1, lastFailure: "FETCH_STATUS" } });
    expect(await round(), "not due for half an hour").toBe(0);
    expect(await round()).toBe(1);
    expect((await standing(articleId)).watch).toMatchObject({ failures: 2 });
    web.pages.set("/a", page("橋は2019年に着工した。"));
    expect(await round(61)).toBe(1);
    expect((await standing(articleId)).watch).toMatchObject({ failures: 0, lastFailure: null });
  });

  it("that turns into a private one is a failure, not a look", async () => {
    const articleId = await watchedArticle();
    web.pages.set("/a", redirectTo("http://10.0.0.1/"));
    await round();
    expect((await standing(articleId)).watch).toMatchObject({ lastFailure: "FETCH_ADDRESS_REFUSED" });
  });

  it("that another text was saved for meanwhile is looked at next time", async () => {
    const articleId = await watchedArticle();
    web.pages.set("/a", (response, request) => {
      void stopWatch(editor, { articleId }).then(() => page("二つ目。")(response, request));
    });
    await round();
    expect(await standing(articleId)).toMatchObject({ watch: null, change: null });
  });
});

describe("several instances", () => {
  it("look once, and tell once", async () => {
    const articleId = await watchedArticle("一つ目。");
    const others = await Promise.all(
      ["/b", "/c", "/d"].map(async (path) => {
        web.pages.set(path, page("一つ目。"));
        const { id } = await fetchedArticle(path);
        await setWatch(editor, { articleId: id, everyMinutes: 60 });
        web.pages.set(path, page("二つ目。"));
        return id;
      }),
    );
    web.pages.set("/a", page("二つ目。"));
    web.requests.length = 0;
    const now = new Date(Date.now() + MINUTE);
    const looks = await Promise.all([1, 2, 3].map(() => lookAtDue(border(), now)));
    expect(looks.reduce((sum, count) => sum + count)).toBe(4);
    expect(web.requests.map(({ url }) => url).sort()).toEqual(["/a", "/b", "/c", "/d"]);
    for (const id of [articleId, ...others])
      expect(await db().event.count({ where: { articleId: id, kind: "article.changed_at_source" } })).toBe(1);
  });

  it("that stop give back what they had begun", async () => {
    const articleId = await watchedArticle();
    const stopping = new AbortController();
    web.pages.set("/a", () => stopping.abort());
    const now = new Date(Date.now() + MINUTE);
    await lookAtDue({ ...border(), signal: stopping.signal }, now);
    expect((await standing(articleId)).watch).toMatchObject({
      failures: 0,
      lastAt: null,
      nextAt: now.toISOString(),
    });
  });
});

describe("who may", () => {
  it("watch, stop and settle: editors; see it: everybody", async () => {
    const articleId = await watchedArticle();
    const viewer = await makeActor("viewer");
    const forbidden = { code: "FORBIDDEN" };
    await expect(setWatch(viewer, { articleId, everyMinutes: 15 })).rejects.toMatchObject(forbidden);
    await expect(stopWatch(viewer, { articleId })).rejects.toMatchObject(forbidden);
    await expect(settleChange(viewer, { articleId, changeId: articleId })).rejects.toMatchObject(forbidden);
    expect(await readAddressStanding(viewer, articleId)).toMatchObject({
      watch: { setBy: { id: editor.id } },
    });
  });

  it("an article without an address is not watched", async () => {
    const { id: articleId } = await makeArticle({ by: editor });
    await expect(setWatch(editor, { articleId, everyMinutes: 15 })).rejects.toMatchObject({
      code: "WATCH_WITHOUT_ADDRESS",
    });
  });

  it("another article's change is none of this one's", async () => {
    const articleId = await watchedArticle("一つ目。");
    web.pages.set("/a", page("二つ目。"));
    await round();
    const changeId = (await standing(articleId)).change?.id ?? "";
    const { id: other } = await makeArticle({ by: editor });
    await expect(settleChange(editor, { articleId: other, changeId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

it("captures that nothing was made of go after a week, the others stay", async () => {
  const articleId = await watchedArticle("一つ目。");
  const { capture: unused } = await fetchCapture(editor, { url: at("/a") }, border());
  web.pages.set("/a", page("二つ目。"));
  await round();
  const DAY = 24 * 60 * MINUTE;
  await removeUnusedCaptures(new Date(Date.now() + 6 * DAY));
  expect(await db().capture.count({ where: { id: unused.id } })).toBe(1);
  await removeUnusedCaptures(new Date(Date.now() + 8 * DAY));
  expect(await db().capture.count({ where: { id: unused.id } })).toBe(0);
  const { capture } = await db().revision.findFirstOrThrow({
    where: { articleId },
    select: { capture: true },
  });
  expect(capture).not.toBeNull();
  expect((await standing(articleId)).change).not.toBeNull();
});
