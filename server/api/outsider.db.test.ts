import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#server/db.ts";
import { ensureScales } from "#server/scales/seed-scales.ts";
import { bulletId, makeArticle } from "#server/test/article.ts";
import { callApi, makeScript, type Script } from "#server/test/call-api.ts";

/** What a script written from the table of calls alone stumbles over, or tries on purpose. */

let editor: Script;

beforeAll(async () => {
  await ensureScales(db());
  editor = await makeScript("editor");
});

describe("an id in capitals is the same id", () => {
  it("for an article, a claim and evidence", async () => {
    const article = await makeArticle();
    const id = uuidv7();
    const claims = `/articles/${article.id.toUpperCase()}/claims`;
    const draft = { id: id.toUpperCase(), target: { blockId: bulletId(article) } };
    expect(await editor.send("POST", claims, draft)).toMatchObject({ status: 201, json: { id } });
    expect(await editor.send("POST", claims, draft)).toMatchObject({ status: 201, json: { id } });
    const added = await editor.send("POST", `/claims/${id.toUpperCase()}/evidence`, {
      source: { title: "題名だけの資料" },
      stance: "supports",
      primary: false,
    });
    expect(added).toMatchObject({ status: 201, json: { claimId: id, source: { url: null } } });
    const evidence = `/evidence/${String(added.json.id).toUpperCase()}`;
    expect((await editor.send("PATCH", evidence, { note: "注" })).json.note).toBe("注");
    const { json } = await editor.send("GET", `/claims/${id.toUpperCase()}`);
    expect(json.evidence).toHaveLength(1);
    const { json: whole } = await editor.send("GET", `/articles/${article.id.toUpperCase()}`);
    expect(whole).toMatchObject({ progress: { claims: 1 }, coverage: { bullets: 3, claimed: 1 } });
  });

  it("and lets no admin pass for another member", async () => {
    const admin = await makeScript("admin");
    const self = `/members/${admin.memberId.toUpperCase()}`;
    for (const change of [{ disabled: true }, { role: "viewer" }]) {
      expect(await admin.send("PATCH", self, change)).toMatchObject({
        status: 403,
        json: { code: "FORBIDDEN" },
      });
    }
  });
});

describe("what a script may well send", () => {
  it("dates with a time, and a language with its region", async () => {
    const sent = { format: "text", content: "題\n\n本文。", language: "ja-JP", publisher: null };
    const publishedAt = "2025-09-03T08:00:00+09:00";
    expect(await editor.send("POST", "/articles", { ...sent, publisher: "紙", publishedAt })).toMatchObject({
      status: 201,
      json: { language: "ja-JP", publisher: "紙", publishedAt: "2025-09-03" },
    });
    expect(
      await editor.send("POST", "/articles", { ...sent, publisher: "紙", publishedAt: "2025-02-30" }),
    ).toMatchObject({ status: 400, json: { data: { issues: [{ path: "publishedAt" }] } } });
  });

  it("null where there is nothing to say", async () => {
    const { id } = await makeArticle();
    const sent = {
      format: "text",
      content: "題\n\n本文。",
      title: null,
      language: null,
      url: null,
      scale: null,
    };
    const empty = { byline: null, publisher: null, publishedAt: null };
    expect((await editor.send("POST", "/articles", { ...sent, ...empty })).status).toBe(201);
    const claim = { statement: null, claimant: null, kinds: null, priority: null, id: null };
    const target = { exact: "2019年" };
    expect((await editor.send("POST", `/articles/${id}/claims`, { ...claim, target })).status).toBe(201);
  });

  it("a source as it was read from the library, which makes no second one", async () => {
    const { id: articleId } = await makeArticle();
    const target = { exact: "2019年" };
    const { json: claim } = await editor.send("POST", `/articles/${articleId}/claims`, { target });
    const { json: source } = await editor.send("POST", "/sources", { title: "住所のない資料" });
    const added = await editor.send("POST", `/claims/${claim.id}/evidence`, {
      source,
      stance: "context",
      primary: false,
    });
    expect(added).toMatchObject({ status: 201, json: { source: { id: source.id, uses: 1 } } });
  });

  it("a kind there is not, which is named by its place", async () => {
    const { id } = await makeArticle();
    const draft = { target: { exact: "2019年" }, kinds: ["number", "rumour"] };
    expect(await editor.send("POST", `/articles/${id}/claims`, draft)).toMatchObject({
      status: 400,
      json: { code: "INVALID_INPUT", data: { issues: [{ path: "kinds.1" }] } },
    });
  });

  it("offsets behind an emoji, and a rationale as a document", async () => {
    const { json: article } = await editor.send("POST", "/articles", {
      format: "text",
      content: "題\n\n• 👨‍👩‍👧𠮷田氏は3人と述べた。3人は誤り。",
    });
    const { text } = article.revision as { text: string };
    const start = [...text].join("\u0000").split("\u0000").lastIndexOf("3");
    const sent = { target: { exact: "3人", start, end: start + 2 } };
    const { json: claim } = await editor.send("POST", `/articles/${article.id}/claims`, sent);
    expect(claim.anchor).toMatchObject({ start, end: start + 2, exact: "3人", suffix: "は誤り。" });
    const rationale = {
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: "理由" }] }],
    };
    const put = { rating: "false", summary: "誤り。", rationale };
    expect(await editor.send("PUT", `/claims/${claim.id}/verdict`, put)).toMatchObject({
      status: 200,
      json: { verdict: { rationale: { content: [{ content: [{ text: "理由" }] }] } } },
    });
    const evil = { rating: "false", summary: "誤り。", rationale: "[x](javascript:alert(1))" };
    expect(await editor.send("PUT", `/claims/${claim.id}/verdict`, evil)).toMatchObject({
      status: 422,
      json: { code: "RATIONALE_INVALID" },
    });
  });
});

describe("a body that can't be understood is the caller's fault, not ours", () => {
  const form = { "content-type": "multipart/form-data; boundary=x" };

  it.each<[string, string, string, string, Record<string, string>]>([
    ["nested without end", "POST", "/sources", `${"[".repeat(400_000)}${"]".repeat(400_000)}`, {}],
    ["a form that breaks off", "POST", "/article-previews", "--x\r\nContent-Disposition: form-", form],
    [
      "a form without a boundary",
      "POST",
      "/article-previews",
      "a",
      { "content-type": "multipart/form-data" },
    ],
    ["an address that is no UTF-8", "GET", "/claims/%E0%A4%A", "", {}],
  ])("%s", async (_name, method, path, body, headers) => {
    const answer = await editor.send(method, path, method === "GET" ? undefined : body, headers);
    expect(answer).toMatchObject({ status: 400, json: { code: "INVALID_INPUT", status: 400 } });
    expect(answer.json.data).toMatchObject({ issues: [{ message: expect.any(String) }] });
  });
});

it("names the same limit of an article whoever measures it", async () => {
  for (const times of [6_000_000, 11_000_000]) {
    const { json } = await editor.send("POST", "/articles", { format: "text", content: "x".repeat(times) });
    expect(json).toMatchObject({ code: "ARTICLE_TOO_LARGE", data: { limit: 5 * 1024 * 1024 } });
  }
});

describe("headers that HTTP promises", () => {
  it("a 401 says how to sign in", async () => {
    const stranger = await callApi("GET", "/articles");
    expect(stranger.status).toBe(401);
    expect(stranger.headers.get("www-authenticate")).toBe("Bearer");
  });

  it.each<[string, string, unknown, Record<string, string>]>([
    ["GET", "/articles", undefined, { authorization: "Bearer nothing", "x-forwarded-for": "192.0.2.9" }],
    [
      "POST",
      "/invitations/accept",
      { secret: "x", name: "名", password: "a long password" },
      { "x-forwarded-for": "192.0.2.10" },
    ],
  ])("a 429 to %s %s says when to come back", async (method, path, body, headers) => {
    for (let tries = 0; tries < 10; tries += 1) await callApi(method, path, body, headers);
    const slowed = await callApi(method, path, body, headers);
    expect(slowed).toMatchObject({ status: 429, json: { code: "TOO_MANY_REQUESTS" } });
    const { retryAfter } = slowed.json.data as { retryAfter: number };
    expect(slowed.headers.get("retry-after")).toBe(String(retryAfter));
  });

  it("HEAD on a report writes no event: nothing left", async () => {
    const { id } = await makeArticle();
    const script = await makeScript("viewer");
    const head = await script.send("HEAD", `/articles/${id}/report?format=csv`);
    expect(head.status).toBe(200);
    expect(head.headers.get("content-disposition")).toContain("factcheck");
    const { json } = await editor.send("GET", `/articles/${id}/events`);
    expect((json.items as { kind: string }[]).map(({ kind }) => kind)).toEqual(["article.created"]);
  });
});
