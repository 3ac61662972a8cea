import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Article } from "#domain/article.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { Member } from "#prisma/generated/client.ts";
import { createClaim } from "#server/commands/create-claim.ts";
import { deleteClaim } from "#server/commands/delete-claim.ts";
import { dismissBlock } from "#server/commands/dismiss-block.ts";
import { updateArticle } from "#server/commands/update-article.ts";
import { updateClaim } from "#server/commands/update-claim.ts";
import { db } from "#server/db.ts";
import { readArticle } from "#server/reads/article.ts";
import { readClaim } from "#server/reads/claim.ts";
import { bulletId, makeArticle } from "#server/test/article.ts";
import { type Instance, startInstance } from "#server/test/instance.ts";
import { leaveAll, PATIENCE, visit } from "#server/test/live-client.ts";
import { makeMember } from "#server/test/member.ts";

const LATEST = 1_000;
const NOBODYS = "0198a0de-0000-7000-8000-000000000000";

let instance: Instance;

beforeAll(async () => {
  instance = await startInstance();
});
afterEach(leaveAll);
afterAll(() => instance.close());

async function desk(): Promise<{ row: Member; editor: Actor; article: Article }> {
  const row = await makeMember("editor");
  const editor = { id: row.id, role: row.role };
  return { row, editor, article: await makeArticle({ by: editor }) };
}

const seqOf = async (editor: Actor, article: Article) => (await readArticle(editor, article.id)).seq;

/** Two claims, one of them deleted, a dismissed bullet and another title: events 2 to 6. */
async function work(editor: Actor, article: Article) {
  const mark = (index: number) =>
    createClaim(editor, { articleId: article.id, target: { blockId: bulletId(article, index) } });
  const [kept, deleted] = [await mark(0), await mark(1)];
  await deleteClaim(editor, { claimId: deleted.id });
  await dismissBlock(editor, { articleId: article.id, blockId: bulletId(article, 2), reason: "duplicate" });
  await updateArticle(editor, { articleId: article.id, version: LATEST, title: "新しい題" });
  return { kept, deleted };
}

/** Many events that touch nothing. */
async function exportReports(
  { id: actorId }: Actor,
  articleId: string,
  { from, to }: { from: number; to: number },
) {
  const seqs = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  await db().$transaction([
    db().article.update({ where: { id: articleId }, data: { eventSeq: to } }),
    db().event.createMany({
      data: seqs.map((seq) => ({ seq, kind: "report.exported", articleId, actorId })),
    }),
  ]);
}

describe("opening", () => {
  test("who missed nothing hears so", async () => {
    const { row, article } = await desk();
    const page = await visit(instance, row);
    expect(await page.open(article.id, article.seq)).toMatchObject({
      articleId: article.id,
      seq: article.seq,
      news: null,
      rights: { role: "editor", article: { update: true, annotate: true }, claim: { settle: true } },
    });
  });

  test("who was away hears how what was touched stands, in a cold room as in a warm one", async () => {
    const { row, editor, article } = await desk();
    const { kept, deleted } = await work(editor, article);
    const cold = await (await visit(instance, row)).open(article.id, 1);
    expect(cold.seq).toBe(6);
    expect(cold.news).toMatchObject({
      from: 1,
      to: 6,
      gone: [deleted.id],
      bullets: [{ blockId: bulletId(article, 2), dismissal: { reason: "duplicate" } }],
      article: { title: "新しい題" },
    });
    expect(cold.news?.claims).toEqual([await readClaim(editor, kept.id)]);
    expect(cold.news?.events.map(({ seq }) => seq)).toEqual([2, 3, 4, 5, 6]);
    const warm = await (await visit(instance, row)).open(article.id, 1);
    expect(warm.news).toEqual(cold.news);
    const later = await (await visit(instance, row)).open(article.id, 4);
    expect(later.news).toMatchObject({
      from: 4,
      to: 6,
      claims: [],
      gone: [],
      article: { title: "新しい題" },
    });
    expect(later.news?.events.map(({ seq }) => seq)).toEqual([5, 6]);
  });

  test("what happened while no page had it open is told to the next one", async () => {
    const { row, editor, article } = await desk();
    const first = await visit(instance, row);
    await first.open(article.id, 1);
    first.say({ type: "leave" });
    const { kept } = await work(editor, article);
    const claim = await updateClaim(editor, { claimId: kept.id, version: LATEST, statement: "後で" });
    const { news } = await (await visit(instance, row)).open(article.id, 1);
    expect(news?.claims).toEqual([claim]);
    expect(news?.to).toBe(7);
  });

  test("of a long absence everything touched is told, and the newest hundred events", async () => {
    const { row, editor, article } = await desk();
    const { kept } = await work(editor, article);
    await updateClaim(editor, { claimId: kept.id, version: LATEST, statement: "最後の文" });
    await exportReports(editor, article.id, { from: 8, to: 126 });
    const { news } = await (await visit(instance, row)).open(article.id, 1);
    expect(news).toMatchObject({ from: 1, to: 126, article: { title: "新しい題" } });
    expect(news?.claims).toMatchObject([{ id: kept.id, statement: "最後の文" }]);
    expect(news?.gone).toHaveLength(1);
    expect(news?.bullets).toHaveLength(1);
    expect(news?.events.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, index) => index + 27));
  });

  test("who read the article after an event that has not come here yet is brought up to it", async () => {
    const { row, editor, article } = await desk();
    const page = await visit(instance, row);
    await page.open(article.id, 1);
    await work(editor, article);
    const late = await visit(instance, row);
    expect(await late.open(article.id, 6)).toMatchObject({ seq: 6, news: null });
    await vi.waitFor(() => expect(page.news().at(-1)?.to).toBe(6), PATIENCE);
  });

  test("an article that is not there is refused, and so is a claim's id", async () => {
    const { row, editor, article } = await desk();
    const { kept } = await work(editor, article);
    const page = await visit(instance, row);
    for (const articleId of [NOBODYS, kept.id]) {
      page.say({ type: "open", articleId, after: 0 });
      await vi.waitFor(
        () => expect(page.last("refused")).toEqual({ type: "refused", articleId, code: "NOT_FOUND" }),
        PATIENCE,
      );
    }
    expect((await page.open(article.id, 6)).news).toBeNull();
  });

  test("another article takes the place of the one before", async () => {
    const [one, other] = [await desk(), await desk()];
    const page = await visit(instance, one.row);
    await page.open(one.article.id, 1);
    await page.open(other.article.id, 1);
    await work(one.editor, one.article);
    await work(other.editor, other.article);
    await vi.waitFor(() => expect(page.news().at(-1)?.to).toBe(6), PATIENCE);
    expect(new Set(page.news().map(({ articleId }) => articleId))).toEqual(new Set([other.article.id]));
  });
});

describe("lost wake-ups", () => {
  test("what was committed while the line to the database was cut is told when it is back", async () => {
    const { row, editor, article } = await desk();
    const page = await visit(instance, row);
    await page.open(article.id, 1);
    await db().$queryRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'uratori wake-ups' AND datname = current_database()`;
    await work(editor, article);
    const seq = await seqOf(editor, article);
    await vi.waitFor(() => expect(page.news().at(-1)?.to).toBe(seq), PATIENCE);
    const news = page.news();
    expect(news.map(({ from }) => from)).toEqual([1, ...news.slice(0, -1).map(({ to }) => to)]);
  });

  test("even one that was lost without a sign is noticed by the log", async () => {
    const { row, editor, article } = await desk();
    const page = await visit(instance, row);
    await page.open(article.id, 1);
    // Triggers are off for this transaction alone: the event is there and nobody is told.
    await db().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.article.update({ where: { id: article.id }, data: { eventSeq: 2 } });
      await tx.event.create({
        data: { seq: 2, kind: "report.exported", articleId: article.id, actorId: editor.id },
      });
    });
    await vi.waitFor(() => expect(page.news().at(-1)?.to).toBe(2), PATIENCE);
  });
});
