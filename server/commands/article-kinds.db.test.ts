import { expect, it } from "vitest";
import { parseArticleDocument } from "#editor/parse-article-document.ts";
import { blocksFromDocument } from "#editor/revision-document.ts";
import { db } from "#server/db.ts";
import { readArticle } from "#server/reads/article.ts";
import { previewArticle } from "#server/reads/article-preview.ts";
import { ensureScales } from "#server/scales/seed-scales.ts";
import { makeActor } from "#server/test/actor.ts";
import { callApi, makeScript } from "#server/test/call-api.ts";
import { makeClaim } from "#server/test/claim.ts";
import { createArticle } from "./create-article.ts";
import { putRevisionDraft } from "./put-revision-draft.ts";

const GIF = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
const sha256 = "ef1955ae757c8b966c83248350331bd3a30f658ced11f387f8ebf05ab3368629";

/** Everything an article may hold. */
const PAGE = `<base href="https://news.example/"><h1><ruby>湾岸<rt>わんがん</rt></ruby>の橋</h1>
<p>橋<sup><a href="#n1">[1]</a></sup>は<a href="/bridge">市の資料</a>にある。</p>
<p>定員：<s>120</s>80人<br>線量：10<sup>6</sup>、<ins>CO<sub>2</sub></ins></p>
<ol start="3"><li>三<ul><li>点</ul><li>四</ol>
<blockquote><p>引用</blockquote>
<table><tr><th>年<th colspan="2">費用<tr><td>2019<td><td>五億円</table>
<figure><img alt="点" src="data:image/gif;base64,${GIF}"><figcaption>一点の絵</figcaption></figure>
<video src="v"></video><img src="p.png">
<p id="n1">[1] 市の報告。`;

it("keeps every kind of block with what is said of it, and answers it as it came", async () => {
  await ensureScales(db());
  const by = await makeActor();
  const preview = await previewArticle(by, { content: PAGE, format: "html" });
  const made = await createArticle(by, { content: PAGE, format: "html" });
  const { revision } = await readArticle(by, made.id);
  expect(revision).toEqual(made.revision);
  const cell = (row: number, column: number, more = {}) => ({
    cell: { table: 1, row, column, isHeader: false, columnSpan: 1, rowSpan: 1, ...more },
  });
  expect(revision.blocks.map(({ kind, level, text, details }) => [kind, level, text, details])).toEqual([
    ["heading", 1, "湾岸の橋", { marks: [{ type: "ruby", start: 0, end: 2, reading: "わんがん" }] }],
    [
      "paragraph",
      null,
      "橋[1]は市の資料にある。",
      {
        marks: [
          { type: "note", start: 1, end: 4, label: "1" },
          { type: "raised", start: 1, end: 4 },
          { type: "link", start: 5, end: 9, href: "https://news.example/bridge" },
        ],
      },
    ],
    [
      "paragraph",
      null,
      "定員： 80人\n線量：10⁶、CO₂",
      {
        marks: [
          { type: "struck", start: 3, end: 4, words: "120", side: "before" },
          { type: "raised", start: 13, end: 14 },
          { type: "inserted", start: 15, end: 18 },
          { type: "lowered", start: 17, end: 18 },
        ],
      },
    ],
    ["bullet", 1, "三", { ordinal: 3 }],
    ["bullet", 2, "点", undefined],
    ["bullet", 1, "四", { ordinal: 4 }],
    ["quotation", null, "引用", undefined],
    ["cell", null, "年", cell(1, 1, { isHeader: true })],
    ["cell", null, "費用", cell(1, 2, { isHeader: true, columnSpan: 2 })],
    ["cell", null, "2019", cell(2, 1)],
    ["cell", null, "五億円", cell(2, 3)],
    ["figure", null, "一点の絵", { picture: { sha256, address: null, alt: "点" } }],
    ["footnote", null, "市の報告。", { label: "1" }],
  ]);
  expect(preview.blocks).toEqual(
    revision.blocks.map(({ id: _id, start: _start, end: _end, ...block }) => block),
  );
  expect(preview.notes).toEqual([
    { what: "struck", count: 1, words: ["120"] },
    { what: "inserted", count: 1, words: ["CO2"] },
    { what: "video", count: 1 },
    { what: "picture_without_words", count: 1 },
  ]);
  expect(made.coverage.bullets).toBe(3);

  const row = await db().revision.findUniqueOrThrow({ where: { id: revision.id } });
  const parsed = parseArticleDocument(row.document);
  expect(parsed.ok && blocksFromDocument(parsed.document)).toEqual(revision.blocks);
});

it("has claims over a break within a block, and finds their words again in a new version", async () => {
  await ensureScales(db());
  const by = await makeActor();
  const made = await createArticle(by, { content: PAGE, format: "html" });
  const exact = "80人\n線量：10⁶";
  const claim = await makeClaim({ articleId: made.id, target: { exact } });
  expect(claim.anchor).toMatchObject({ state: "exact", exact });
  const block = made.revision.blocks.find(({ text }) => text.includes(exact));
  expect(claim.anchor).toMatchObject({ blockId: block?.id });
  const content = PAGE.replace("<p>橋", "<p>新しい前文。</p><p>橋");
  const draft = await putRevisionDraft(by, { articleId: made.id, content, format: "html" });
  expect(draft.entries).toMatchObject([{ outcome: "exact", after: { exact } }]);
});

it("shows members the pictures that came along, in a way that nothing in them can run", async () => {
  await ensureScales(db());
  await createArticle(await makeActor(), { content: PAGE, format: "html" });
  await createArticle(await makeActor(), { content: PAGE, format: "html" });
  expect(await db().picture.count({ where: { sha256 } })).toBe(1);

  const viewer = await makeScript("viewer");
  const { status, headers } = await viewer.send("GET", `/pictures/${sha256}`);
  expect(status).toBe(200);
  expect(Object.fromEntries(headers)).toMatchObject({
    "content-type": "image/gif",
    "cache-control": "private, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
    "content-security-policy":
      "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  });
  expect((await viewer.send("GET", `/pictures/${"0".repeat(64)}`)).status).toBe(404);
  expect((await viewer.send("GET", "/pictures/..%2fetc")).status).toBe(400);
  expect((await callApi("GET", `/pictures/${sha256}`)).status).toBe(401);
});

it("takes a file as a form, and remembers its name", async () => {
  const editor = await makeScript("editor");
  const form = new FormData();
  form.set("file", new File(["# 橋\n\n![塔](data:image/png;base64,AAAA)\n"], "橋の記事.md"));
  form.set("publisher", "湾岸新聞");
  const { status, json } = await editor.send("POST", "/articles", form);
  expect([status, json.publisher, json.title]).toEqual([201, "湾岸新聞", "橋"]);
  const row = await db().revision.findFirstOrThrow({ where: { articleId: String(json.id) } });
  expect(row).toMatchObject({ origin: "file", fileName: "橋の記事.md", format: "markdown" });
});
