import { readFileSync } from "node:fs";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { ERROR_STATUS } from "#domain/error.ts";
import { db } from "#server/db.ts";
import { ensureScales } from "#server/scales/seed-scales.ts";
import { makeArticle } from "#server/test/article.ts";
import { callApi, makeScript, requestTo, type Script } from "#server/test/call-api.ts";
import { makeMember, sessionCookie } from "#server/test/member.ts";
import { handleApi } from "./handler.ts";

const PARADE = readFileSync(
  new URL("../../formats/samples/articles/beijing-parade-ja.txt", import.meta.url),
  "utf8",
);

interface SentBlock {
  id: string;
  kind: string;
  text: string;
  start: number;
  end: number;
}

let editor: Script;
let viewer: Script;

beforeAll(async () => {
  await ensureScales(db());
  editor = await makeScript("editor");
  viewer = await makeScript("viewer", "ja");
});

describe("the main job, by script", () => {
  it("does nothing in the name of a member the page was not made for", async () => {
    const path = "/profile";
    const own = await editor.send("GET", path, undefined, { "x-uratori-member": editor.memberId });
    expect(own.status).toBe(200);
    const other = await editor.send("GET", path, undefined, { "x-uratori-member": viewer.memberId });
    expect(other).toMatchObject({ status: 401, json: { code: "UNAUTHENTICATED" } });
  });

  it("brings the real article in, settles a bullet with two sources, and takes the report away", async () => {
    const { send } = editor;
    const made = await send("POST", "/articles", { format: "text", content: PARADE });
    expect(made.status).toBe(201);
    const article = made.json as { id: string; revision: { text: string; blocks: SentBlock[] } };
    const bullets = article.revision.blocks.filter(({ kind }) => kind === "bullet");
    expect(bullets).toHaveLength(18);
    const [bullet] = bullets;

    const marked = await send("POST", `/articles/${article.id}/claims`, { target: { blockId: bullet?.id } });
    expect(marked).toMatchObject({ status: 201, json: { number: 1, anchor: { blockId: bullet?.id } } });
    const claim = marked.json as { id: string; anchor: { start: number; end: number; exact: string } };
    const { start, end, exact } = claim.anchor;
    expect([...article.revision.text].slice(start, end).join("")).toBe(exact);

    for (const [stance, url] of [
      ["supports", "https://example.org/one"],
      ["context", "https://example.org/two"],
    ]) {
      const source = { title: `資料 ${url}`, url };
      const added = await send("POST", `/claims/${claim.id}/evidence`, { source, stance, primary: true });
      expect(added).toMatchObject({ status: 201, json: { stance, source: { url } } });
    }
    const put = { rating: "accurate", summary: "公表資料と一致する。", rationale: "**両方**の資料による。" };
    const judged = await send("PUT", `/claims/${claim.id}/verdict`, put);
    expect(judged).toMatchObject({ status: 200, json: { verdict: { rating: "accurate" }, version: 2 } });
    const settled = await send("PATCH", `/claims/${claim.id}`, { workState: "settled", version: 2 });
    expect(settled).toMatchObject({ status: 200, json: { workState: "settled" } });

    const list = await send("GET", `/articles/${article.id}/claims?limit=1`);
    expect(list).toMatchObject({ status: 200, json: { items: [{ id: claim.id }], nextCursor: null } });
    expect(await send("GET", `/articles/${article.id}`)).toMatchObject({
      json: { progress: { claims: 1, settled: 1 }, coverage: { bullets: 18, claimed: 1, dismissed: 0 } },
    });

    const report = await send(
      "GET",
      `/articles/${article.id}/report?format=markdown&scope=settled&locale=ja`,
    );
    expect(report.status).toBe(200);
    expect(report.headers.get("content-type")).toMatch(/^text\/markdown/);
    expect(report.headers.get("content-disposition")).toMatch(
      /^attachment; filename="[ -~]*"; filename\*=UTF-8''\S+$/,
    );
    expect(String(report.json.text)).toContain("公表資料と一致する。");
    const events = await send("GET", `/articles/${article.id}/events`);
    expect((events.json.items as { kind: string }[]).map(({ kind }) => kind)).toEqual([
      "report.exported",
      "claim.updated",
      "verdict.updated",
      "evidence.added",
      "evidence.added",
      "claim.created",
      "article.created",
    ]);
  });

  it("answers the same claim to the same id, and deletes with 204", async () => {
    const { id } = await makeArticle();
    const draft = { id: uuidv7(), target: { exact: "2019年" } };
    const first = await editor.send("POST", `/articles/${id}/claims`, draft);
    const again = await editor.send("POST", `/articles/${id}/claims`, draft);
    expect([first.status, again.status, again.json.id]).toEqual([201, 201, draft.id]);
    expect((await editor.send("DELETE", `/claims/${draft.id}`)).status).toBe(204);
    expect((await editor.send("GET", `/claims/${draft.id}`)).status).toBe(404);
  });

  it("lists scales and sources, and shows a preview of a file", async () => {
    const scales = await viewer.send("GET", "/scales");
    const items = scales.json.items as { id: string; ratings: { label: { ja: string } }[] }[];
    expect(items.find(({ id }) => id === "fij")?.ratings.map(({ label }) => label.ja)[0]).toBe("正確");
    expect((await viewer.send("GET", "/sources?q=no-such-source")).json).toEqual({
      items: [],
      nextCursor: null,
    });
    const form = new FormData();
    form.set("file", new File([PARADE], "parade.txt", { type: "text/plain" }));
    const preview = await editor.send("POST", "/article-previews", form);
    expect(preview).toMatchObject({
      status: 200,
      json: { format: "text", encoding: "utf-8", language: "ja" },
    });
    expect((preview.json.blocks as SentBlock[]).filter(({ kind }) => kind === "bullet")).toHaveLength(18);
  });
});

describe("a failure", () => {
  const missing = uuidv7();

  it.each<[string, string, string, unknown, keyof typeof ERROR_STATUS]>([
    ["a body that is no JSON", "POST", "/articles", "{not json", "INVALID_INPUT"],
    ["a body of another type", "POST", "/articles", "[1]", "INVALID_INPUT"],
    ["no body", "POST", "/articles", undefined, "INVALID_INPUT"],
    ["an unknown address", "GET", "/nothing/here", undefined, "NOT_FOUND"],
    ["the bare prefix", "GET", "", undefined, "NOT_FOUND"],
    ["a wrong method", "DELETE", "/scales", undefined, "METHOD_NOT_ALLOWED"],
    ["an id that is none", "GET", "/claims/7", undefined, "INVALID_INPUT"],
    ["an id of nothing", "GET", `/claims/${missing}`, undefined, "NOT_FOUND"],
    ["a limit too high", "GET", "/articles?limit=1000", undefined, "INVALID_INPUT"],
    ["a foreign cursor", "GET", "/articles?cursor=abc", undefined, "INVALID_INPUT"],
    ["a body too large", "POST", "/sources", { title: "x".repeat(1_100_000) }, "BODY_TOO_LARGE"],
    [
      "an article too large",
      "POST",
      "/articles",
      { format: "text", content: "長".repeat(1_800_000) },
      "ARTICLE_TOO_LARGE",
    ],
    [
      "a body far too large",
      "POST",
      "/articles",
      { format: "text", content: "x".repeat(11_000_000) },
      "ARTICLE_TOO_LARGE",
    ],
    [
      "an article of too many bullets",
      "POST",
      "/articles",
      { format: "text", content: "• あ\n".repeat(50_001) },
      "ARTICLE_TOO_MANY_BLOCKS",
    ],
    ["an empty article", "POST", "/articles", { format: "text", content: " " }, "ARTICLE_EMPTY"],
    [
      "a file that is no text",
      "POST",
      "/articles",
      { format: "text", content: `PK${"\0".repeat(90)}` },
      "ARTICLE_BINARY",
    ],
    [
      "a scale there is not",
      "POST",
      "/articles",
      { format: "text", content: "題\n\n文。", scale: "x" },
      "SCALE_UNKNOWN",
    ],
    ["a format there is not", "GET", `/articles/${missing}/report?format=docx`, undefined, "INVALID_INPUT"],
  ])("for %s is JSON with a code, a status, a message and data", async (_name, method, path, body, code) => {
    const answer = await editor.send(method, path, body);
    expect(answer.json).toMatchObject({ code, status: ERROR_STATUS[code] });
    expect(answer.status).toBe(ERROR_STATUS[code]);
    expect(answer.json.message).toMatch(/\.$/);
    expect(answer.json.data).toBeTypeOf("object");
    expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("names the fields that are wrong, in the caller's language", async () => {
    const path = `/claims/${missing}/evidence`;
    const body = { source: { title: "", url: "ftp://x" }, stance: "maybe" };
    const english = await editor.send("POST", path, body);
    const issues = english.json.data as { issues: { path: string; message: string }[] };
    expect(issues.issues.map((issue) => issue.path)).toEqual([
      "stance",
      "primary",
      "source.title",
      "source.url",
    ]);
    const japanese = await viewer.send("POST", path, body);
    expect(japanese.json.message).toMatch(/。$/);
    expect(JSON.stringify(japanese.json.data)).toMatch(/[ぁ-ん]/);
  });

  it("carries candidates, the current claim, and the methods there are", async () => {
    const { id } = await makeArticle();
    const twin = { target: { exact: "市は費用を公表していない。" } };
    expect(await editor.send("POST", `/articles/${id}/claims`, twin)).toMatchObject({
      status: 409,
      json: { code: "ANCHOR_AMBIGUOUS", data: { candidates: [{ start: expect.any(Number) }, {}] } },
    });
    const { json: claim } = await editor.send("POST", `/articles/${id}/claims`, {
      target: { exact: "2019年" },
    });
    await editor.send("PATCH", `/claims/${claim.id}`, { version: 1, statement: "先" });
    expect(await editor.send("PATCH", `/claims/${claim.id}`, { version: 1, statement: "後" })).toMatchObject({
      status: 409,
      json: { code: "CONFLICT", data: { fields: ["statement"], current: { statement: "先", version: 2 } } },
    });
    const wrong = await editor.send("POST", `/claims/${claim.id}`, {});
    expect(wrong.headers.get("allow")).toBe("GET, PATCH, DELETE");
  });

  it("on our side says nothing but a reference", async () => {
    const { id } = await makeArticle();
    await db().article.update({ where: { id }, data: { language: "not a language!" } });
    const answer = await editor.send("GET", `/articles/${id}`);
    expect(answer).toMatchObject({ status: 500, json: { code: "INTERNAL" } });
    expect(Object.keys(answer.json.data as object)).toEqual(["reference"]);
  });

  it("speaks the language a stranger asks for, and tells them nothing else", async () => {
    const headers = { "accept-language": "fr, en;q=0.8, ja;q=0.5" };
    const stranger = await callApi("POST", "/articles", { bad: true }, headers);
    expect(stranger).toMatchObject({ status: 401, json: { code: "UNAUTHENTICATED", data: {} } });
    expect(stranger.json.message).toBe("Please sign in first.");
    expect((await callApi("GET", "/articles")).json.message).toBe("先にサインインしてください。");
    const forged = await callApi("GET", "/articles", undefined, { authorization: "Bearer ura_nothing" });
    expect(forged.status).toBe(401);
  });
});

describe("a text that can't be stored", () => {
  it("is repaired, not refused with our error", async () => {
    const made = await editor.send("POST", "/sources", '{"title":"a\\u0000b\\ud800"}');
    expect(made).toMatchObject({ status: 201, json: { title: "a\ufffdb\ufffd" } });
    expect((await editor.send("GET", "/sources?q=%00")).status).toBe(200);
  });
});

describe("who is asked", () => {
  it("a viewer reads and changes nothing", async () => {
    const { id } = await makeArticle();
    expect((await viewer.send("GET", `/articles/${id}`)).json.abilities).toEqual({
      update: false,
      annotate: false,
      discuss: false,
    });
    const refused = await viewer.send("POST", `/articles/${id}/claims`, { target: { exact: "2019年" } });
    expect(refused).toMatchObject({ status: 403, json: { code: "FORBIDDEN" } });
  });

  it("a cookie writes from this site only; a token from anywhere", async () => {
    const member = await makeMember("editor");
    const cookie = await sessionCookie(member);
    const write = (headers: Record<string, string>) => callApi("POST", "/sources", { title: "x" }, headers);
    expect((await write({ cookie, origin: "https://evil.example" })).json.code).toBe("ORIGIN_REFUSED");
    expect((await write({ cookie, origin: "http://localhost:3000" })).status).toBe(201);
    const foreign = { origin: "https://evil.example" };
    expect((await editor.send("POST", "/sources", { title: "y" }, foreign)).status).toBe(201);
    const read = await callApi("GET", "/sources", undefined, { cookie, origin: "https://evil.example" });
    expect(read.status).toBe(200);
    expect(read.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("HEAD answers as GET would, without a body", async () => {
    const response = await handleApi(requestTo("HEAD", "/scales"));
    expect([response.status, await response.text()]).toEqual([401, ""]);
  });
});
