import { describe, expect, it } from "vitest";
import type { ImportEdit } from "#domain/import-edit.ts";
import { db } from "#server/db.ts";
import { previewArticle } from "#server/reads/article-preview.ts";
import { readPastRevision, readRevisions } from "#server/reads/past-revision.ts";
import { readReport } from "#server/reads/report.ts";
import { makeActor } from "#server/test/actor.ts";
import { makeArticle, TWIN_TEXT } from "#server/test/article.ts";
import { makeScript } from "#server/test/call-api.ts";
import { refusalOf } from "#server/test/refusal.ts";
import { putRevisionDraft } from "./put-revision-draft.ts";
import { saveRevisionDraft } from "./save-revision-draft.ts";

const PAGE = `<!doctype html><html lang="ja"><title>橋の記事</title><body><main><article>
<h1>湾岸日報</h1><p>新橋が開通</p><p>全長は120メート</p><p>ルである。</p><table><tr><td>一</td><td>二</td></tr></table>
</article></main></body></html>`;

/** Of `TWIN_TEXT`: title, heading, three bullets. */
const EDITS: ImportEdit[] = [
  { op: "setKind", block: "p1", kind: "paragraph" },
  { op: "join", block: "p3" },
  { op: "split", block: "p2", at: 5 },
  { op: "leaveOut", block: "p4" },
];

const on = async (content: string, format: "text" | "html" = "text") =>
  (await previewArticle(await makeActor(), { content, format })).blocksSha256;

describe("an article with hand edits", () => {
  it("reads as it was edited, and keeps what was done to it", async () => {
    const by = await makeActor();
    const editsOf = await on(TWIN_TEXT);
    const { id, revision } = await makeArticle({ by, edits: EDITS, editsOf });
    expect(revision.blocks.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "heading 湾岸の新橋",
      "paragraph 1. 経緯",
      "bullet 橋は201",
      "bullet 9年に着工した。市は費用を公表していない。𠮷田市長は会見した。",
    ]);
    const row = await db().revision.findUniqueOrThrow({ where: { id: revision.id } });
    expect(row.edits).toEqual({ blocksSha256: editsOf, edits: EDITS });
    const counts = { setKind: 1, join: 1, split: 1, leaveOut: 1 };
    const { summary } = await readPastRevision(by, { articleId: id, number: 1 });
    expect(summary).toMatchObject({ editedByHand: counts, createdBy: { id: by.id } });
    expect((await readReport(by, id, "draft")).revision.editedByHand).toEqual(counts);
    const event = await db().event.findFirstOrThrow({ where: { articleId: id, kind: "article.created" } });
    expect(event.data).toMatchObject({ editedByHand: counts, blocks: 4 });
  });

  it("says nothing of edits where there were none", async () => {
    const by = await makeActor();
    const { id, revision } = await makeArticle({ by, edits: [] });
    expect((await db().revision.findUniqueOrThrow({ where: { id: revision.id } })).edits).toBeNull();
    const { items } = await readRevisions(by, { articleId: id, limit: 5 });
    expect(items.map(({ editedByHand }) => editedByHand)).toEqual([null]);
    expect((await readReport(by, id, "draft")).revision).not.toHaveProperty("editedByHand");
  });

  it("has the title that was chosen by hand", async () => {
    const edits: ImportEdit[] = [
      { op: "setKind", block: "p1", kind: "title" },
      { op: "join", block: "p3" },
    ];
    const article = await makeArticle({
      format: "html",
      content: PAGE,
      edits,
      editsOf: await on(PAGE, "html"),
    });
    expect(article.title).toBe("新橋が開通");
    expect(article.revision.blocks.map(({ kind, level, text }) => [kind, level, text]).slice(0, 3)).toEqual([
      ["heading", 2, "湾岸日報"],
      ["heading", 1, "新橋が開通"],
      ["paragraph", null, "全長は120メートルである。"],
    ]);
  });

  it("comes as a form as well, its edits as JSON text", async () => {
    const script = await makeScript("editor");
    const form = new FormData();
    form.set("file", new File([TWIN_TEXT], "橋.txt", { type: "text/plain" }));
    form.set("edits", JSON.stringify(EDITS));
    form.set("editsOf", await on(TWIN_TEXT));
    const { status, json } = await script.send("POST", "/articles", form);
    expect(status).toBe(201);
    expect(json).toMatchObject({ revision: { blocks: { length: 4 } } });
    form.set("edits", '[{"op":"split"');
    const wrong = await script.send("POST", "/articles", form);
    expect(wrong).toMatchObject({ status: 400, json: { code: "INVALID_INPUT" } });
  });
});

describe("hand edits are refused", () => {
  it.each<[string, ImportEdit[], string]>([
    ["on a source that reads otherwise", EDITS, `${TWIN_TEXT}\n• 追記した。`],
    ["without what they were made on", EDITS, ""],
  ])("%s", async (_name, edits, other) => {
    const editsOf = other === "" ? undefined : await on(other);
    expect(await refusalOf(makeArticle({ edits, editsOf }))).toMatchObject({
      code: "IMPORT_CHANGED",
      data: { blocksSha256: await on(TWIN_TEXT) },
    });
  });

  it.each<[string, ImportEdit[], { index: number; reason: string }]>([
    [
      "where there is no such block",
      [EDITS[0] as ImportEdit, { op: "leaveOut", block: "p900000" }],
      { index: 1, reason: "no_block" },
    ],
    ["far outside a text", [{ op: "split", block: "p2", at: 100_000_000 }], { index: 0, reason: "offset" }],
    [
      "where nothing would be left",
      [{ op: "leaveOut", block: "p0", through: "p4" }],
      { index: 0, reason: "nothing_left" },
    ],
    [
      "that change words no machine read",
      [{ op: "correct", block: "p2", start: 2, end: 6, from: "2019", to: "2020" }],
      { index: 0, reason: "not_machine_read" },
    ],
  ])("%s", async (_name, edits, data) => {
    const editsOf = await on(TWIN_TEXT);
    expect(await refusalOf(makeArticle({ edits, editsOf }))).toMatchObject({
      code: "IMPORT_EDIT_UNFIT",
      data,
    });
  });

  it("by the border: too many, of no kind, with control characters; and says which in the caller's language", async () => {
    const script = await makeScript("editor", "ja");
    const editsOf = await on(TWIN_TEXT);
    const send = async (edits: unknown) => {
      const { status, json } = await script.send("POST", "/articles", { content: TWIN_TEXT, edits, editsOf });
      return [status, json.code];
    };
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ op: at % 2 ? "takeBack" : "leaveOut", block: "p3" }));
    expect(await send(many(10_000))).toEqual([201, undefined]);
    expect(await send(many(10_001))).toEqual([400, "INVALID_INPUT"]);
    expect(await send([{ op: "rewrite", block: "p2", to: "別の文" }])).toEqual([400, "INVALID_INPUT"]);
    expect(await send([{ op: "split", block: "p2", at: 1e300 }])).toEqual([400, "INVALID_INPUT"]);
    expect(await send([{ op: "leaveOut", block: "__proto__" }])).toEqual([400, "INVALID_INPUT"]);
    expect(
      await send([{ op: "correct", block: "p2", start: 0, end: 1, from: "橋", to: "は\u0007し" }]),
    ).toEqual([400, "INVALID_INPUT"]);
    const stale = await script.send("POST", "/articles", { content: "別の文", edits: EDITS, editsOf });
    expect(stale).toMatchObject({ status: 409, json: { code: "IMPORT_CHANGED" } });
    expect(stale.json.message).toContain("読み取り結果が");
  });
});

describe("a new version with hand edits", () => {
  it("carries them from its draft to its revision", async () => {
    const by = await makeActor();
    const { id: articleId } = await makeArticle({ by });
    const content = `${TWIN_TEXT}\n• 橋は2026年に開通した。`;
    const edits: ImportEdit[] = [{ op: "setKind", block: "p5", kind: "paragraph" }];
    const editsOf = await on(content);
    const draft = await putRevisionDraft(by, { articleId, content, format: "text", edits, editsOf });
    expect(draft).toMatchObject({ editedByHand: { setKind: 1 } });
    expect(draft.blocks.at(-1)).toMatchObject({ kind: "paragraph", text: "橋は2026年に開通した。" });
    const { revision } = await saveRevisionDraft(by, { articleId, draftId: draft.id });
    const row = await db().revision.findUniqueOrThrow({ where: { id: revision.id } });
    expect(row.edits).toEqual({ blocksSha256: editsOf, edits });
    const { items } = await readRevisions(by, { articleId, limit: 5 });
    expect(items.map(({ editedByHand }) => editedByHand)).toEqual([{ setKind: 1 }, null]);
  });

  it("is refused where its source reads otherwise now, and no draft waits", async () => {
    const by = await makeActor();
    const { id: articleId } = await makeArticle({ by });
    const input = { articleId, content: "別の文", edits: EDITS, editsOf: await on(TWIN_TEXT) };
    expect((await refusalOf(putRevisionDraft(by, input))).code).toBe("IMPORT_CHANGED");
    expect(await db().revisionDraft.count({ where: { articleId } })).toBe(0);
  });
});
