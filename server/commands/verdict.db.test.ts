import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { db } from "#server/db.ts";
import { makeActor } from "#server/test/actor.ts";
import { makeArticle } from "#server/test/article.ts";
import { makeClaim } from "#server/test/claim.ts";
import { eventKinds } from "#server/test/events.ts";
import { makeEvidence } from "#server/test/evidence.ts";
import { refusalOf } from "#server/test/refusal.ts";
import { putVerdict } from "./put-verdict.ts";
import { removeEvidence } from "./remove-evidence.ts";
import { updateClaim } from "./update-claim.ts";

const words = (text: string) => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text, marks: [] }] }],
});

describe("putVerdict", () => {
  it("makes the verdict under the article's scale and begins the check", async () => {
    const by = await makeActor();
    const { id: claimId, articleId } = await makeClaim({ by });
    const claim = await putVerdict(by, {
      claimId,
      rating: "misleading",
      summary: "重要な事実が欠けている。",
    });
    expect(claim).toMatchObject({
      workState: "checking",
      version: 2,
      verdict: {
        rating: "misleading",
        ratingDetail: { label: { ja: "ミスリード" }, value: 3 },
        scaleId: "fij",
        scaleVersion: 1,
        state: "draft",
        version: 1,
        author: { id: by.id },
      },
    });
    expect(await eventKinds(articleId)).toEqual(["article.created", "claim.created", "verdict.updated"]);
  });

  it("sets what is given and leaves the rest", async () => {
    const by = await makeActor();
    const { id: claimId } = await makeClaim({ by });
    await putVerdict(by, { claimId, rating: "accurate" });
    await putVerdict(by, { claimId, summary: "正しい。" });
    const claim = await putVerdict(by, { claimId, rationale: "市の**資料**による。" });
    expect(claim.verdict).toMatchObject({ rating: "accurate", summary: "正しい。", version: 3 });
    expect(claim.verdict?.rationale).toMatchObject({ type: "doc", content: [{ type: "paragraph" }] });
    const cleared = await putVerdict(by, { claimId, rating: null, rationale: null });
    expect(cleared.verdict).toMatchObject({ rating: null, rationale: null, summary: "正しい。", version: 4 });
  });

  it("takes a rationale as Markdown or as a document, and equal ones are no change", async () => {
    const by = await makeActor();
    const { id: claimId, articleId } = await makeClaim({ by });
    await putVerdict(by, { claimId, rationale: "資料による。" });
    const again = await putVerdict(by, { claimId, rationale: words("資料による。") as never });
    expect(again.verdict).toMatchObject({ version: 1, rationale: words("資料による。") });
    expect(await eventKinds(articleId)).toHaveLength(3);
  });

  it("does nothing where nothing is set", async () => {
    const by = await makeActor();
    const { id: claimId, articleId } = await makeClaim({ by });
    const claim = await putVerdict(by, { claimId, rating: null, summary: "", rationale: "" });
    expect(claim).toMatchObject({ verdict: null, version: 1, workState: "to_check" });
    expect(await eventKinds(articleId)).toHaveLength(2);
  });

  it("refuses ratings of another scale and retired ones, for new verdicts", async () => {
    const by = await makeActor();
    const article = await makeArticle({ by, scale: "five-step" });
    const { id: claimId } = await makeClaim({ by, articleId: article.id, target: { exact: "2019年" } });
    expect((await refusalOf(putVerdict(by, { claimId, rating: "misleading" }))).code).toBe("RATING_UNKNOWN");
    await putVerdict(by, { claimId, rating: "half_true" });
    const where = { scaleId_version_key: { scaleId: "five-step", version: 1, key: "half_true" } };
    await db().rating.update({ where, data: { retiredAt: new Date() } });
    const old = await putVerdict(by, { claimId, summary: "古い判定。" });
    expect(old.verdict?.ratingDetail).toMatchObject({ key: "half_true", retired: true });
    const { id: other } = await makeClaim({ by, articleId: article.id, target: { exact: "着工" } });
    expect((await refusalOf(putVerdict(by, { claimId: other, rating: "half_true" }))).code).toBe(
      "RATING_UNKNOWN",
    );
    await db().rating.update({ where, data: { retiredAt: null } });
  });

  it("refuses what may not stand in a rationale, by place", async () => {
    const by = await makeActor();
    const { id: claimId } = await makeClaim({ by });
    const image = { type: "doc", content: [{ type: "image", attrs: { src: "x" } }] } as never;
    const refusal = await refusalOf(putVerdict(by, { claimId, rationale: image }));
    expect(refusal).toMatchObject({ code: "RATIONALE_INVALID", data: { reason: "unknown_content" } });
    expect(refusal.data.path).toMatch(/^rationale\.content\.0/);
  });

  it("lets a rationale cite this claim's evidence, removed or not, and no other", async () => {
    const by = await makeActor();
    const { id: claimId } = await makeClaim({ by });
    const own = await makeEvidence({ by, claimId });
    const foreign = await makeEvidence({ by });
    await putVerdict(by, { claimId, rationale: `資料[@${own.id}]による。` });
    await removeEvidence(by, { evidenceId: own.id });
    await putVerdict(by, { claimId, rationale: `市の資料[@${own.id}]による。` });
    for (const id of [foreign.id, uuidv7()]) {
      const refusal = await refusalOf(putVerdict(by, { claimId, rationale: `資料[@${id}]による。` }));
      expect(refusal).toMatchObject({ code: "RATIONALE_INVALID", data: { evidence: [id] } });
    }
  });

  it("lets a claim be settled by who saw it before its first verdict, and not by who saw it settled", async () => {
    const by = await makeActor();
    const { id: claimId, version: first } = await makeClaim({ by });
    await putVerdict(by, { claimId, rating: "accurate", summary: "正しい。" });
    const settled = await updateClaim(by, { claimId, version: first, workState: "settled" });
    expect(settled.workState).toBe("settled");
    await putVerdict(await makeActor(), { claimId, rating: "inaccurate" });
    const refusal = await refusalOf(
      updateClaim(by, { claimId, version: settled.version, workState: "settled" }),
    );
    expect(refusal).toMatchObject({ code: "CONFLICT", data: { fields: ["workState"] } });
  });

  it("takes a settled claim back to checking, in the same event", async () => {
    const by = await makeActor();
    const { id: claimId, articleId } = await makeClaim({ by });
    await putVerdict(by, { claimId, rating: "accurate", summary: "正しい。" });
    await updateClaim(by, { claimId, version: 2, workState: "settled" });
    const same = await putVerdict(by, { claimId, rating: "accurate" });
    expect(same, "what is equal reopens nothing").toMatchObject({ workState: "settled" });
    const reopened = await putVerdict(by, { claimId, rating: "inaccurate" });
    expect(reopened).toMatchObject({
      workState: "checking",
      verdict: { state: "draft", rating: "inaccurate" },
    });
    expect((await eventKinds(articleId)).slice(-2)).toEqual(["claim.updated", "verdict.updated"]);
    const event = await db().event.findFirst({ where: { claimId }, orderBy: { seq: "desc" } });
    expect(event?.data).toEqual({
      changes: [
        { field: "rating", from: "accurate", to: "inaccurate" },
        { field: "workState", from: "settled", to: "checking" },
      ],
    });
  });

  it("merges different fields of two people and refuses the same one with both texts", async () => {
    const [one, other] = [await makeActor(), await makeActor("reviewer")];
    const { id: claimId } = await makeClaim({ by: one });
    await Promise.all([
      putVerdict(one, { claimId, rating: "accurate", version: 0 }),
      putVerdict(other, { claimId, summary: "正しい。", version: 0 }),
    ]);
    const refusal = await refusalOf(putVerdict(other, { claimId, rating: "false", version: 0 }));
    expect(refusal).toMatchObject({
      code: "CONFLICT",
      data: {
        fields: ["verdict.rating"],
        current: { verdict: { rating: "accurate", summary: "正しい。" } },
        writers: [{ field: "verdict.rating", by: { id: one.id } }],
      },
    });
    const same = await putVerdict(other, { claimId, rating: "accurate", version: 0 });
    expect(same.verdict).toMatchObject({ version: 2, author: { id: one.id } });
    const last = await putVerdict(other, { claimId, rating: "false" });
    expect(last.verdict, "without a version the last word counts").toMatchObject({
      author: { id: other.id },
    });
  });
});
