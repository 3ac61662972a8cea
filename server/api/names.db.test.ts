import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#server/db.ts";
import { ensureScales } from "#server/scales/seed-scales.ts";
import { makeArticle } from "#server/test/article.ts";
import { makeScript, type Script } from "#server/test/call-api.ts";
import { makeClaim } from "#server/test/claim.ts";

let editor: Script;
let japanese: Script;

beforeAll(async () => {
  await ensureScales(db());
  editor = await makeScript("editor");
  japanese = await makeScript("editor", "ja");
});

const TURNED = "市の\u202e発表";

describe("a name that turns the direction of text, or that nobody sees", () => {
  it.each([
    [TURNED, /invisible characters/, /文字の向き/],
    ["\u200b\u2060", /Not one character/, /見える文字/],
  ])("%j is refused with a sentence in the caller's language", async (title, english, own) => {
    for (const [script, words] of [
      [editor, english],
      [japanese, own],
    ] as const)
      expect(await script.send("POST", "/sources", { title })).toMatchObject({
        status: 400,
        json: { data: { issues: [{ path: "title", message: expect.stringMatching(words) }] } },
      });
  });

  it("is taken out of what an import says, and noted; the text keeps it", async () => {
    const content = `<html><head><title>${TURNED}</title><meta name="author" content="\u200b"></head><body><h1>${TURNED}</h1><p>本文の文。</p></body></html>`;
    const form = () => {
      const data = new FormData();
      data.set("file", new File([content], "記\u202eex.html", { type: "text/html" }));
      return data;
    };
    const { json: preview } = await editor.send("POST", "/article-previews", form());
    expect(preview).toMatchObject({
      title: "市の発表",
      byline: null,
      notes: expect.arrayContaining([{ what: "direction", count: 1, words: ["U+202E"] }]),
    });
    const { status, json: article } = await editor.send("POST", "/articles", form());
    expect([status, article.title]).toEqual([201, "市の発表"]);
    const { blocks } = article.revision as { blocks: { text: string }[] };
    expect(blocks[0]?.text).toBe(TURNED);
    const kept = await db().revision.findFirst({ where: { articleId: String(article.id) } });
    expect(kept?.fileName).toBe("記ex.html");
  });

  it("that is older than the rule is shown as it is, and keeps nobody from their work", async () => {
    const { id } = await makeArticle();
    const claim = await makeClaim({ articleId: id, target: { exact: "2019年" } });
    const { json: source } = await editor.send("POST", "/sources", { title: "資料" });
    await db().article.update({ where: { id }, data: { title: TURNED, publisher: "\u200b" } });
    await db().claim.update({ where: { id: claim.id }, data: { claimant: TURNED, saidWhere: TURNED } });
    await db().source.update({ where: { id: String(source.id) }, data: { title: TURNED } });
    await db().member.update({ where: { id: editor.memberId }, data: { name: TURNED } });
    expect((await editor.send("GET", `/articles/${id}`)).json).toMatchObject({
      title: TURNED,
      publisher: "\u200b",
    });
    expect((await editor.send("GET", "/articles")).json).toMatchObject({ items: [{ title: TURNED }, {}] });
    expect((await editor.send("GET", `/claims/${claim.id}`)).json).toMatchObject({ claimant: TURNED });
    expect((await editor.send("GET", "/profile")).json).toMatchObject({ name: TURNED });
    expect((await editor.send("PATCH", `/articles/${id}`, { version: 1, byline: "記者" })).status).toBe(200);
    expect((await editor.send("PATCH", `/claims/${claim.id}`, { version: 1, statement: "文" })).status).toBe(
      200,
    );
    const evidence = { source: { ...source, title: TURNED }, stance: "context", primary: false };
    expect((await editor.send("POST", `/claims/${claim.id}/evidence`, evidence)).status).toBe(201);
    expect((await editor.send("GET", `/articles/${id}/report?format=json`)).status).toBe(200);
  });
});

it("other rules of ours say their sentence in the caller's language, too", async () => {
  const wrong = { format: "text", content: "題\n\n本文。", publishedAt: "2025-02-30" };
  for (const [script, words] of [
    [editor, "No calendar has this day."],
    [japanese, "暦にない日付です。"],
  ] as const)
    expect((await script.send("POST", "/articles", wrong)).json).toMatchObject({
      data: { issues: [{ path: "publishedAt", message: words }] },
    });
});
