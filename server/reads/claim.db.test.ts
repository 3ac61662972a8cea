import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { placedOf } from "#domain/anchor.ts";
import type { Article } from "#domain/article.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { deleteClaim } from "#server/commands/delete-claim.ts";
import { putVerdict } from "#server/commands/put-verdict.ts";
import { db } from "#server/db.ts";
import { makeActor } from "#server/test/actor.ts";
import { bulletId, makeArticle } from "#server/test/article.ts";
import { makeClaim } from "#server/test/claim.ts";
import { makeEvidence } from "#server/test/evidence.ts";
import { refusalOf } from "#server/test/refusal.ts";
import { readClaim, readClaimSummaries, readClaims } from "./claim.ts";
import { readReport } from "./report.ts";

/** Claims written as rows, each on one letter: two thousand commands would take minutes, and reading is what is tested. */
async function fillWithClaims(by: Actor, article: Article, count: number): Promise<void> {
  const block = article.revision.blocks.find(({ kind }) => kind === "paragraph");
  if (!block) throw new Error("the article has no paragraph");
  await db().$executeRaw`
    WITH claim AS (
      INSERT INTO "Claim" (id, "articleId", "createdById")
      SELECT gen_random_uuid(), ${article.id}::uuid, ${by.id}::uuid FROM generate_series(1, ${count})
      RETURNING id
    ), verdict AS (
      INSERT INTO "Verdict" (id, "claimId", "scaleId", "scaleVersion", "ratingKey", "authorId")
      SELECT gen_random_uuid(), id, 'fij', 1, 'accurate', ${by.id}::uuid FROM claim
    )
    INSERT INTO "Anchor" ("claimId", "revisionId", "blockId", start, "end", exact, prefix, suffix, state)
    SELECT id, ${article.revision.id}::uuid, ${block.id}, place, place + 1, '長', '', '', 'exact'
    FROM (SELECT id, ${block.start}::int + row_number() OVER ()::int - 1 AS place FROM claim) AS placed`;
}

describe("readClaimSummaries", () => {
  it("reads two thousand claims in text order, with little work", async () => {
    const by = await makeActor();
    const article = await makeArticle({ by, content: `題\n\n${"長".repeat(3000)}` });
    await fillWithClaims(by, article, 2000);
    const before = process.cpuUsage();
    const claims = await readClaimSummaries(by, article.id);
    const { user } = process.cpuUsage(before);
    expect(claims).toHaveLength(2000);
    expect(claims.map(({ number }) => number)).toEqual(claims.map((_, index) => index + 1));
    const starts = placedOf(claims).map(({ anchor }) => anchor.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(claims.every(({ verdict }) => verdict?.rating === "accurate")).toBe(true);
    // Work, not time: tests share their machine. A statement for each claim would take many times this.
    expect(user / 1000, "milliseconds of this process").toBeLessThan(1500);
  }, 60_000);
});

describe("readClaims", () => {
  it("pages in text order, with numbers that go on", async () => {
    const by = await makeActor();
    const { id: articleId, revision } = await makeArticle({ by });
    const targets = ["2019年", "着工", "橋は", "橋は2019年", "𠮷田市長"].map((exact) => ({ exact }));
    for (const target of targets) await makeClaim({ by, articleId, target });
    const seen = [];
    let cursor: string | undefined;
    do {
      const page = await readClaims(by, { articleId, limit: 2, cursor });
      seen.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.map(({ anchor }) => anchor.exact)).toEqual([
      "橋は",
      "橋は2019年",
      "2019年",
      "着工",
      "𠮷田市長",
    ]);
    expect(seen.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(seen.every(({ anchor }) => anchor.revisionId === revision.id)).toBe(true);
    for (const { id, number } of seen) expect((await readClaim(by, id)).number).toBe(number);
  });

  it("leaves out what was deleted, and knows no article that is not there", async () => {
    const by = await makeActor();
    const { id: articleId } = await makeArticle({ by });
    const first = await makeClaim({ by, articleId, target: { exact: "橋は" } });
    const second = await makeClaim({ by, articleId, target: { exact: "着工" } });
    await deleteClaim(by, { claimId: first.id });
    const { items } = await readClaims(by, { articleId, limit: 9 });
    expect(items.map(({ id, number }) => [id, number])).toEqual([[second.id, 1]]);
    expect((await refusalOf(readClaims(by, { articleId: uuidv7(), limit: 9 }))).code).toBe("NOT_FOUND");
    expect((await refusalOf(readClaim(by, first.id))).code).toBe("NOT_FOUND");
  });

  it("carries what the asking member may do", async () => {
    const { articleId } = await makeClaim();
    const may = async (actor: Actor) =>
      (await readClaims(actor, { articleId, limit: 1 })).items[0]?.abilities;
    expect(await may(await makeActor("viewer"))).toEqual({ update: false, delete: false, settle: false });
    expect(await may(await makeActor("editor"))).toEqual({ update: true, delete: true, settle: true });
  });
});

describe("readReport", () => {
  it("shows all claims as a draft, or the settled ones numbered anew, with every scale a verdict names", async () => {
    const by = await makeActor();
    const article = await makeArticle({ by, title: "報告" });
    const first = await makeClaim({ by, articleId: article.id, target: { exact: "橋は" } });
    const second = await makeClaim({ by, articleId: article.id, target: { blockId: bulletId(article, 1) } });
    await makeEvidence({ by, claimId: second.id });
    await putVerdict(by, {
      claimId: second.id,
      rating: "accurate",
      summary: "正しい。",
      rationale: "理由。",
    });
    await db().claim.update({ where: { id: second.id }, data: { workState: "settled" } });
    const draft = await readReport(by, article.id, "draft");
    expect(draft.claims.map(({ id, number }) => [id, number])).toEqual([
      [first.id, 1],
      [second.id, 2],
    ]);
    const settled = await readReport(by, article.id, "settled");
    expect(settled).toMatchObject({
      scope: "settled",
      article: { title: "報告" },
      progress: { claims: 2, settled: 1 },
      claims: [{ id: second.id, number: 1, evidenceCount: 1, verdict: { rationale: { type: "doc" } } }],
      scales: [{ id: "fij", version: 1 }],
    });
    expect(settled.claims[0]).not.toHaveProperty("abilities");
    expect((await refusalOf(readReport(by, uuidv7(), "draft"))).code).toBe("NOT_FOUND");
  });
});
