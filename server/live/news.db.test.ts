import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { newsSchema } from "#domain/live.ts";
import { addEvidence } from "#server/commands/add-evidence.ts";
import { createClaim } from "#server/commands/create-claim.ts";
import { deleteClaim } from "#server/commands/delete-claim.ts";
import { dismissBlock } from "#server/commands/dismiss-block.ts";
import { putVerdict } from "#server/commands/put-verdict.ts";
import { reopenBlock } from "#server/commands/reopen-block.ts";
import { updateArticle } from "#server/commands/update-article.ts";
import { updateClaim } from "#server/commands/update-claim.ts";
import { db } from "#server/db.ts";
import { readArticle } from "#server/reads/article.ts";
import { readClaim } from "#server/reads/claim.ts";
import { bulletId, makeArticle, TWIN_TEXT } from "#server/test/article.ts";
import { type Instance, startInstance } from "#server/test/instance.ts";
import { type LiveClient, leaveAll, PATIENCE, visit } from "#server/test/live-client.ts";
import { makeMember } from "#server/test/member.ts";
import { saveVersion } from "#server/test/revision.ts";
import { makeSource } from "#server/test/source.ts";

/** A version that has seen whatever others wrote. */
const LATEST = 1_000;

let instance: Instance;

beforeAll(async () => {
  instance = await startInstance();
});
afterEach(leaveAll);
afterAll(() => instance.close());

/** An article, an editor who works on it and has it open, and a viewer who has it open. */
async function desk() {
  const [editorRow, viewerRow] = [await makeMember("editor"), await makeMember("viewer")];
  const editor = { id: editorRow.id, role: editorRow.role };
  const viewer = { id: viewerRow.id, role: viewerRow.role };
  const article = await makeArticle({ by: editor });
  const [atEditor, atViewer] = [await visit(instance, editorRow), await visit(instance, viewerRow)];
  await atEditor.open(article.id, article.seq);
  await atViewer.open(article.id, article.seq);
  return { editor, viewer, article, atEditor, atViewer };
}

/** Waits until `page` was told of event `seq`. */
async function told(page: LiveClient, seq: number) {
  await vi.waitFor(() => expect(page.news().at(-1)?.to).toBe(seq), PATIENCE);
  return newsSchema.parse(page.news().at(-1));
}

describe("what others do", () => {
  test("a new claim comes as it is read, each with the rights of who reads it", async () => {
    const { editor, viewer, article, atEditor, atViewer } = await desk();
    const claim = await createClaim(editor, {
      articleId: article.id,
      target: { blockId: bulletId(article) },
    });
    const news = await told(atViewer, 2);
    expect(news.claims).toEqual([await readClaim(viewer, claim.id)]);
    expect((await told(atEditor, 2)).claims).toEqual([await readClaim(editor, claim.id)]);
    expect(news).toMatchObject({
      articleId: article.id,
      from: 1,
      gone: [],
      bullets: [],
      threads: [],
      article: null,
    });
    expect(news.events).toMatchObject([
      { seq: 2, kind: "claim.created", claimId: claim.id, actor: { id: editor.id }, fields: [] },
    ]);
  });

  test("findings on a claim come whole", async () => {
    const { editor, viewer, article, atViewer } = await desk();
    const claim = await createClaim(editor, {
      articleId: article.id,
      target: { blockId: bulletId(article) },
    });
    await putVerdict(editor, { claimId: claim.id, rating: "accurate", summary: "正しい。" });
    const source = { id: (await makeSource({ by: editor })).id };
    await addEvidence(editor, { claimId: claim.id, source, stance: "supports", primary: true });
    await updateClaim(editor, {
      claimId: claim.id,
      version: LATEST,
      statement: "橋の着工は2019年だ。",
      assigneeId: editor.id,
    });
    const { seq } = await readArticle(editor, article.id);
    const news = await told(atViewer, seq);
    expect(news.claims).toEqual([await readClaim(viewer, claim.id)]);
    expect(news.claims[0]).toMatchObject({
      verdict: { rating: "accurate" },
      evidence: [{ number: 1 }],
      assignee: { id: editor.id },
    });
    expect(atViewer.news().flatMap(({ events }) => events.map(({ seq }) => seq))).toEqual(
      Array.from({ length: seq - 1 }, (_, index) => index + 2),
    );
    expect(news.events.at(-1)?.fields).toEqual(["statement", "assigneeId"]);
  });

  test("moved, numbered, deleted and restored claims", async () => {
    const { editor, article, atViewer } = await desk();
    const mark = (index: number) =>
      createClaim(editor, { articleId: article.id, target: { blockId: bulletId(article, index) } });
    const second = await mark(1);
    expect((await told(atViewer, 2)).claims).toMatchObject([{ id: second.id, number: 1 }]);
    const first = await mark(0);
    expect((await told(atViewer, 3)).claims).toMatchObject([{ id: first.id, number: 1 }]);
    await updateClaim(editor, { claimId: second.id, version: LATEST, target: { exact: "𠮷田市長" } });
    const moved = await told(atViewer, 4);
    expect(moved.claims).toMatchObject([{ id: second.id, number: 2, anchor: { exact: "𠮷田市長" } }]);
    expect(moved.events).toMatchObject([{ kind: "claim.moved", fields: ["anchor"] }]);
    await deleteClaim(editor, { claimId: first.id });
    expect(await told(atViewer, 5)).toMatchObject({ claims: [], gone: [first.id] });
    await updateClaim(editor, { claimId: second.id, version: LATEST, priority: "high" });
    expect((await told(atViewer, 6)).claims).toMatchObject([{ id: second.id, number: 1, priority: "high" }]);
  });

  test("bullets with their dismissal, and the article's own fields", async () => {
    const { editor, article, atViewer } = await desk();
    const blockId = bulletId(article, 1);
    const dismissal = await dismissBlock(editor, { articleId: article.id, blockId, reason: "opinion" });
    expect((await told(atViewer, 2)).bullets).toEqual([{ blockId, dismissal }]);
    await reopenBlock(editor, { articleId: article.id, blockId });
    expect((await told(atViewer, 3)).bullets).toEqual([{ blockId, dismissal: null }]);
    await updateArticle(editor, { articleId: article.id, version: LATEST, publisher: "湾岸新聞" });
    const news = await told(atViewer, 4);
    expect(news.article).toMatchObject({ title: article.title, publisher: "湾岸新聞", version: 2 });
    expect(news.events).toMatchObject([{ kind: "article.updated", fields: ["publisher"] }]);
  });

  test("many at once are told without a gap and with no event twice", async () => {
    const { editor, article, atEditor, atViewer } = await desk();
    const claim = await createClaim(editor, {
      articleId: article.id,
      target: { blockId: bulletId(article) },
    });
    const words = Array.from({ length: 30 }, (_, index) => `文${index}`);
    await Promise.all(
      words.map((statement) => updateClaim(editor, { claimId: claim.id, version: LATEST, statement })),
    );
    await told(atEditor, 32);
    await told(atViewer, 32);
    for (const page of [atEditor, atViewer]) {
      const news = page.news();
      expect(news.slice(1).map(({ from }) => from)).toEqual(news.slice(0, -1).map(({ to }) => to));
      expect(news.flatMap(({ events }) => events.map(({ seq }) => seq))).toEqual(
        Array.from({ length: 31 }, (_, index) => index + 2),
      );
    }
    const last = await db().claim.findUniqueOrThrow({ where: { id: claim.id } });
    expect(atViewer.news().at(-1)?.claims[0]?.statement).toBe(last.statement);
  });

  test("another article's news stay there, and a page that left hears nothing", async () => {
    const [one, other] = [await desk(), await desk()];
    one.atViewer.say({ type: "leave" });
    await createClaim(one.editor, { articleId: one.article.id, target: { blockId: bulletId(one.article) } });
    await told(one.atEditor, 2);
    expect(one.atViewer.news()).toEqual([]);
    expect(other.atEditor.news()).toEqual([]);
  });
});

describe("a new revision", () => {
  test("is told of once, and claims stand in its text from then on", async () => {
    const { editor, viewer, article, atViewer } = await desk();
    const claim = await createClaim(editor, {
      articleId: article.id,
      target: { exact: "橋は2019年に着工した。" },
    });
    await told(atViewer, 2);
    const saved = await saveVersion(editor, article.id, `${TWIN_TEXT}\n• 橋は来年に開通する。\n`);
    const news = await told(atViewer, 4);
    expect(news.revision).toEqual({ id: saved.revision.id, number: 2 });
    await updateClaim(editor, { claimId: claim.id, priority: "high", version: LATEST });
    const next = await told(atViewer, 5);
    expect(next.revision).toBeNull();
    expect(next.claims).toEqual([await readClaim(viewer, claim.id)]);
    expect(next.claims[0]?.anchor.revisionId).toBe(saved.revision.id);
  });
});
