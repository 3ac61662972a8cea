import { beforeAll, describe, expect, it } from "vitest";
import type { Claim } from "#domain/claim.ts";
import { putVerdict } from "#server/commands/put-verdict.ts";
import { db } from "#server/db.ts";
import { makeActor } from "#server/test/actor.ts";
import { makeClaim } from "#server/test/claim.ts";
import { makeEvidence } from "#server/test/evidence.ts";

let claim: Claim;
let other: Claim;

beforeAll(async () => {
  const by = await makeActor();
  const { id: claimId } = await makeClaim({ by });
  await makeEvidence({ by, claimId });
  other = await makeClaim({ by });
  claim = await putVerdict(by, { claimId, rating: "accurate", summary: "正しい。" });
});

/** What no code may do, not even ours by mistake, tried on the database itself. */
const ATTEMPTS: Record<string, () => Promise<unknown>> = {
  "delete an article": () => db().article.delete({ where: { id: claim.articleId } }),
  "delete a claim": () => db().claim.delete({ where: { id: claim.id } }),
  "delete a claim whose anchors are gone": () =>
    db().$transaction(async (tx) => {
      await tx.anchor.deleteMany({ where: { claimId: claim.id } });
      await tx.evidence.deleteMany({ where: { claimId: claim.id } });
      await tx.verdict.deleteMany({ where: { claimId: claim.id } });
      await tx.claim.delete({ where: { id: claim.id } });
    }),
  "delete a member who worked": () => db().member.delete({ where: { id: claim.createdBy.id } }),
  "delete a source that is evidence": () =>
    db().source.delete({ where: { id: claim.evidence[0]?.source.id ?? "" } }),
  "delete a scale that was used": () => db().scale.delete({ where: { id: "fij" } }),
  "delete a rating that was given": () =>
    db().rating.delete({ where: { scaleId_version_key: { scaleId: "fij", version: 1, key: "accurate" } } }),
  "change an event": () =>
    db().event.updateMany({ where: { articleId: claim.articleId }, data: { kind: "claim.deleted" } }),
  "delete an event": () => db().event.deleteMany({ where: { articleId: claim.articleId } }),
  "change an article's text": () =>
    db().revision.updateMany({ where: { articleId: claim.articleId }, data: { text: "改ざん" } }),
  "delete an article's text": () => db().revision.deleteMany({ where: { articleId: claim.articleId } }),
  "move a block": () =>
    db().block.updateMany({ where: { revisionId: claim.anchor.revisionId }, data: { start: 0 } }),
  "delete a block": () => db().block.deleteMany({ where: { revisionId: claim.anchor.revisionId } }),
  "anchor a claim on nothing": () =>
    db().anchor.updateMany({ where: { claimId: claim.id }, data: { end: claim.anchor.start } }),
  "anchor a claim before the text": () =>
    db().anchor.updateMany({ where: { claimId: claim.id }, data: { start: -1 } }),
  "quote more than the range": () =>
    db().anchor.updateMany({ where: { claimId: claim.id }, data: { exact: `${claim.anchor.exact}。` } }),
  "quote words that stand elsewhere": () => {
    const { length } = [...claim.anchor.exact];
    return db().anchor.updateMany({ where: { claimId: claim.id }, data: { exact: "嘘".repeat(length) } });
  },
  "anchor a claim beside its block": () =>
    db().anchor.updateMany({ where: { claimId: claim.id }, data: { blockId: "b1" } }),
  "anchor a claim in another article": () =>
    db().anchor.updateMany({
      where: { claimId: claim.id },
      data: { revisionId: other.anchor.revisionId },
    }),
  "dismiss a heading": () =>
    db().dismissal.create({
      data: {
        articleId: claim.articleId,
        revisionId: claim.anchor.revisionId,
        blockId: "b1",
        reason: "opinion",
        createdById: claim.createdBy.id,
      },
    }),
  "log what happened to a claim under another article": () =>
    db().event.create({
      data: { kind: "claim.updated", articleId: other.articleId, seq: 99, claimId: claim.id },
    }),
  "give a claim two verdicts that count": () =>
    db().verdict.create({
      data: { claimId: claim.id, scaleId: "fij", scaleVersion: 1, authorId: claim.createdBy.id },
    }),
  "give a rating that the scale does not have": () =>
    db().verdict.updateMany({ where: { claimId: claim.id }, data: { ratingKey: "half_true" } }),
  "give a rating a number beyond five": () => db().rating.updateMany({ data: { value: 6 } }),
  "give a claim a kind there is not": () =>
    db().claim.update({ where: { id: claim.id }, data: { kinds: ["rumour"] } }),
  "let an address in capitals be another person": () =>
    db().member.create({ data: { email: "Member@uratori.example", name: "名", role: "viewer" } }),
  "hand on a verdict without a rating": () =>
    db().verdict.updateMany({ where: { claimId: claim.id }, data: { state: "submitted", ratingKey: null } }),
  "hand on a verdict without a summary": () =>
    db().verdict.updateMany({ where: { claimId: claim.id }, data: { state: "approved", summary: "" } }),
  "date what was said by what is no date": () =>
    db().claim.update({ where: { id: claim.id }, data: { saidOn: "last year" } }),
  "keep an article without a title": () =>
    db().article.update({ where: { id: claim.articleId }, data: { title: " " } }),
  "keep a source that was issued in a thirteenth month": () =>
    db().source.updateMany({ data: { issued: "2025-13" } }),
  "give a paragraph a level": async () => {
    const { revisionId } = claim.anchor;
    const data = {
      id: "x",
      position: 99,
      kind: "paragraph",
      level: 2,
      start: 0,
      end: 1,
      revisionId,
    } as const;
    await db().block.create({ data });
  },
  "log an event without its place in the article": () =>
    db().event.create({ data: { kind: "claim.updated", articleId: claim.articleId } }),
};

describe("the database refuses to", () => {
  it.each(Object.entries(ATTEMPTS))("%s", async (_name, attempt) => {
    const counts = () =>
      Promise.all([db().article.count(), db().claim.count(), db().event.count(), db().verdict.count()]);
    const before = await counts();
    await expect(attempt()).rejects.toThrow();
    expect(await counts()).toEqual(before);
  });

  it("count a superseded verdict, and so lets another follow it", async () => {
    const { count } = await db().verdict.updateMany({
      where: { claimId: claim.id },
      data: { state: "superseded" },
    });
    const data = { claimId: claim.id, scaleId: "fij", scaleVersion: 1, authorId: claim.createdBy.id };
    await db().verdict.create({ data });
    expect([count, await db().verdict.count({ where: { claimId: claim.id } })]).toEqual([1, 2]);
  });
});

/** Tables whose rows come and go: nothing of the work is lost with them. Every other table refuses to be emptied. */
const PASSING = new Set([
  "AccessToken",
  "AnsweredDeed",
  "ArticleChange",
  "DigestFailure",
  "Invitation",
  "KnownDevice",
  "Notification",
  "NotificationSetting",
  "Passkey",
  "Reading",
  "ReadingPage",
  "RecoveryCode",
  "RevisionDecision",
  "RevisionDraft",
  "SecondFactorRule",
  "Session",
  "SetupToken",
  "SignInThrottle",
  "SpentChallenge",
  "TotpFactor",
  "Watch",
]);

describe("TRUNCATE, of which triggers for each row do not hear", () => {
  const tables = () => db().$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables
    WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations' ORDER BY 1`;

  it("is refused by every table of work, also where another one takes it along", async () => {
    const kept = (await tables()).map(({ name }) => name).filter((name) => !PASSING.has(name));
    expect(kept).toEqual(expect.arrayContaining(["Event", "Revision", "Block", "Verdict", "Capture"]));
    for (const name of kept) {
      const emptied = db().$executeRawUnsafe(`TRUNCATE "${name}" CASCADE`);
      await expect(emptied, name).rejects.toThrow(/is kept: TRUNCATE is refused/);
    }
    expect(await db().event.count({ where: { articleId: claim.articleId } })).toBeGreaterThan(0);
  });

  it("of what comes and goes takes none of the work along", async () => {
    const known = new Set((await tables()).map(({ name }) => name));
    expect(
      [...PASSING].filter((name) => !known.has(name)),
      "tables there are not",
    ).toEqual([]);
    await expect(db().$executeRawUnsafe('TRUNCATE "Reading" CASCADE')).rejects.toThrow(/is kept/);
  });
});
