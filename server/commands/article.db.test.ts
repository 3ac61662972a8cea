import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { parseArticleDocument } from "#editor/parse-article-document.ts";
import { blocksFromDocument } from "#editor/revision-document.ts";
import { db } from "#server/db.ts";
import { readArticle, readArticles } from "#server/reads/article.ts";
import { previewArticle } from "#server/reads/article-preview.ts";
import { readRevisions } from "#server/reads/past-revision.ts";
import { makeActor } from "#server/test/actor.ts";
import { bulletId, makeArticle } from "#server/test/article.ts";
import { makeClaim } from "#server/test/claim.ts";
import { eventKinds } from "#server/test/events.ts";
import { refusalOf } from "#server/test/refusal.ts";
import { makeThread } from "#server/test/thread.ts";
import { createArticle } from "./create-article.ts";
import { dismissBlock } from "./dismiss-block.ts";
import { reopenBlock } from "./reopen-block.ts";
import { resolveThread } from "./resolve-thread.ts";
import { updateArticle } from "./update-article.ts";

const PARADE = readFileSync(
  new URL("../../formats/samples/articles/beijing-parade-ja.txt", import.meta.url),
  "utf8",
);

describe("createArticle", () => {
  it("takes the real article: its title, nine headings, eighteen bullets", async () => {
    const article = await makeArticle({ content: PARADE });
    const { blocks, text, sha256, number } = article.revision;
    const count = (kind: string) => blocks.filter((block) => block.kind === kind).length;
    expect([count("heading"), count("bullet")]).toEqual([10, 18]);
    expect(blocks[0]).toMatchObject({ kind: "heading", level: 1, text: article.title });
    expect(article.coverage).toEqual({ bullets: 18, claimed: 0, dismissed: 0 });
    expect(number).toBe(1);
    expect(sha256).toBe(createHash("sha256").update(text).digest("hex"));
    expect(blocks.map((block) => block.text).join("\n")).toBe(text);
    const points = [...text];
    for (const block of blocks) expect(points.slice(block.start, block.end).join("")).toBe(block.text);
    expect(article).toMatchObject({ language: "ja", scale: { id: "fij", version: 1 }, version: 1 });
  });

  it("keeps a document that gives the same blocks", async () => {
    const { revision } = await makeArticle({ content: PARADE });
    const row = await db().revision.findUniqueOrThrow({ where: { id: revision.id } });
    const parsed = parseArticleDocument(row.document);
    expect(parsed.ok && blocksFromDocument(parsed.document)).toEqual(revision.blocks);
  });

  it("believes the caller more than the text, and the text more than nothing", async () => {
    const content = "<html lang='en'><title>Page</title><h1>Bridge</h1><p>It opened in 2019.</p></html>";
    const own = await makeArticle({ format: "html", content });
    expect(own).toMatchObject({ language: "en", url: null, publishedAt: null });
    const told = await makeArticle({
      format: "html",
      content,
      title: "橋の記事",
      language: "ja",
      publisher: "湾岸新聞",
      url: "https://example.org/a",
      publishedAt: "2025-09",
      scale: "jfc",
    });
    expect(told).toMatchObject({
      title: "橋の記事",
      language: "ja",
      publisher: "湾岸新聞",
      url: "https://example.org/a",
      publishedAt: "2025-09",
      scale: { id: "jfc", version: 1 },
    });
    expect(told.revision.text).toContain("Bridge");
    expect(told.revision.text).not.toContain("橋の記事");
  });

  it.each([
    ["pasted text", { content: PARADE }, { origin: "pasted", fileName: null }],
    [
      "a file's text under its name",
      { content: PARADE, fileName: "発表.txt" },
      { origin: "file", fileName: "発表.txt" },
    ],
    ["a file", { file: new File([PARADE], "元.txt") }, { origin: "file", fileName: "元.txt" }],
  ])("says where it came from: %s", async (_, draft, source) => {
    const by = await makeActor();
    const { id } = await createArticle(by, draft);
    const { items } = await readRevisions(by, { articleId: id, limit: 1 });
    expect(items).toMatchObject([source]);
  });

  it("finds a title even where the text has none, and cuts one that is too long", async () => {
    const long = await makeArticle({ content: `${"長".repeat(400)}。続く。` });
    expect(long.title.length).toBeLessThanOrEqual(300);
    expect(long.title).not.toBe("");
  });

  it.each([
    ["an empty text", " \n　\n", "ARTICLE_EMPTY"],
    ["a text that is no text", `%PDF-1.4\0\u0001\u0002${"\0".repeat(50)}`, "ARTICLE_BINARY"],
    ["a text of more than 5 MB", "長".repeat(1_750_000), "ARTICLE_TOO_LARGE"],
  ])("refuses %s", async (_name, content, code) => {
    expect((await refusalOf(makeArticle({ content }))).code).toBe(code);
  });

  it("keeps a text with half a character in it, and shows that something is missing there", async () => {
    const { revision } = await makeArticle({ content: "半\ud800分の\u0007橋" });
    expect(revision.text).toBe("半\ufffd分の橋");
  });

  it("refuses a scale there is not, and one that was retired", async () => {
    expect((await refusalOf(makeArticle({ scale: "stars" }))).code).toBe("SCALE_UNKNOWN");
    await db().scale.update({ where: { id: "jfc" }, data: { retiredAt: new Date() } });
    expect((await refusalOf(makeArticle({ scale: "jfc" }))).code).toBe("SCALE_UNKNOWN");
    await db().scale.update({ where: { id: "jfc" }, data: { retiredAt: null } });
  });

  it("takes the newest version of a scale", async () => {
    await makeArticle();
    const scaleId = "prepublication";
    await db().scaleVersion.create({ data: { scaleId, version: 2, nameJa: "第2版", nameEn: "Second" } });
    expect((await makeArticle({ scale: scaleId })).scale).toEqual({ id: scaleId, version: 2 });
  });

  it("takes an article of ten thousand paragraphs", async () => {
    const content = Array.from({ length: 10_000 }, (_, n) => `段落${n}は橋の話である。`).join("\n\n");
    const article = await createArticle(await makeActor(), { format: "text", content });
    expect(article.revision.blocks.length).toBeGreaterThanOrEqual(10_000);
  }, 60_000);
});

describe("previewArticle", () => {
  it("shows what would come in, from a file in Shift_JIS, and stores nothing", async () => {
    const before = await db().article.count();
    const bytes = new Uint8Array([
      0x8b, 0xb4, 0x82, 0xcc, 0x98, 0x62, 0x82, 0xc5, 0x82, 0xb7, 0x81, 0x42, 0x0a,
    ]);
    const preview = await previewArticle(await makeActor(), { file: new File([bytes], "hashi.txt") });
    expect(preview).toMatchObject({ format: "text", content: "橋の話です。\n" });
    expect(preview.encoding?.toLowerCase()).toMatch(/shift.?jis|cp932|windows-31j/);
    expect(await db().article.count()).toBe(before);
  });

  it("gives content that comes in as it was shown", async () => {
    const by = await makeActor();
    const preview = await previewArticle(by, { content: PARADE });
    const article = await createArticle(by, { format: preview.format, content: preview.content ?? "" });
    expect(article.revision.blocks.map(({ id: _id, start: _start, end: _end, ...block }) => block)).toEqual(
      preview.blocks,
    );
    expect(article.title).toBe(preview.title);
  });

  it("refuses nothing at all, and viewers", async () => {
    expect((await refusalOf(previewArticle(await makeActor(), {}))).code).toBe("ARTICLE_EMPTY");
    const viewer = await makeActor("viewer");
    expect((await refusalOf(previewArticle(viewer, { content: PARADE }))).code).toBe("FORBIDDEN");
  });
});

describe("updateArticle", () => {
  it("merges different fields and refuses the same one", async () => {
    const by = await makeActor();
    const { id: articleId } = await makeArticle({ by });
    await Promise.all([
      updateArticle(by, { articleId, version: 1, title: "新題" }),
      updateArticle(by, { articleId, version: 1, publisher: "湾岸新聞" }),
    ]);
    expect(await refusalOf(updateArticle(by, { articleId, version: 1, title: "別題" }))).toMatchObject({
      code: "CONFLICT",
      data: { fields: ["title"], current: { id: articleId, title: "新題", publisher: "湾岸新聞" } },
    });
    expect((await updateArticle(by, { articleId, version: 1, title: "新題" })).version).toBe(3);
    expect(await eventKinds(articleId)).toEqual(["article.created", "article.updated", "article.updated"]);
    expect((await refusalOf(updateArticle(by, { articleId: uuidv7(), version: 1 }))).code).toBe("NOT_FOUND");
  });
});

describe("dismissBlock and reopenBlock", () => {
  it("cover a bullet until it is reopened or claimed", async () => {
    const by = await makeActor();
    const article = await makeArticle({ by });
    const at = { articleId: article.id, blockId: bulletId(article) };
    const coverage = async () => (await readArticle(by, article.id)).coverage;
    const dismissal = await dismissBlock(by, { ...at, reason: "opinion" });
    expect(dismissal).toMatchObject({ blockId: at.blockId, reason: "opinion", by: { id: by.id } });
    await dismissBlock(by, { ...at, reason: "opinion" });
    expect(await coverage()).toEqual({ bullets: 3, claimed: 0, dismissed: 1 });
    await makeClaim({ by, articleId: article.id, target: { exact: "2019年" } });
    expect(await coverage()).toEqual({ bullets: 3, claimed: 1, dismissed: 0 });
    await reopenBlock(by, at);
    await reopenBlock(by, at);
    expect((await readArticle(by, article.id)).dismissals).toEqual([]);
    expect(await eventKinds(article.id)).toEqual([
      "article.created",
      "block.dismissed",
      "claim.created",
      "block.reopened",
    ]);
  });

  it("are for bullets of this article", async () => {
    const by = await makeActor();
    const { id: articleId, revision } = await makeArticle({ by });
    const heading = revision.blocks[0]?.id ?? "";
    expect((await refusalOf(dismissBlock(by, { articleId, blockId: heading, reason: "opinion" }))).code).toBe(
      "NOT_A_BULLET",
    );
    expect((await refusalOf(dismissBlock(by, { articleId, blockId: "b99", reason: "opinion" }))).code).toBe(
      "NOT_FOUND",
    );
    expect((await refusalOf(reopenBlock(by, { articleId, blockId: "b99" }))).code).toBe("NOT_FOUND");
  });
});

describe("readArticles", () => {
  it("pages, the newest first, with totals of each, and finds by words", async () => {
    const by = await makeActor();
    const made = [];
    for (let n = 0; n < 5; n += 1)
      made.push(await makeArticle({ by, title: `一覧${n}`, publisher: "一覧社" }));
    const articleId = made[1]?.id ?? "";
    await makeClaim({ by, articleId, target: { exact: "2019年" } });
    await makeThread({ by, articleId, target: { exact: "2019年" } });
    const { id: threadId } = await makeThread({ by, articleId, target: { exact: "2019年" } });
    await resolveThread(by, { threadId });
    const seen = [];
    let cursor: string | undefined;
    do {
      const page = await readArticles(by, { q: "一覧", limit: 2, cursor });
      seen.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.map(({ id }) => id)).toEqual(made.map(({ id }) => id).reverse());
    expect(seen[3]).toMatchObject({
      progress: { claims: 1, settled: 0 },
      coverage: { claimed: 1 },
      openThreads: 1,
    });
    expect(seen[2]?.openThreads).toBe(0);
    expect((await readArticles(by, { q: "一覧4", limit: 9 })).items).toHaveLength(1);
    expect((await readArticles(by, { q: "一覧_", limit: 9 })).items).toHaveLength(0);
  });
});
