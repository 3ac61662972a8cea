import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { codePoints } from "#domain/offset.ts";
import { db } from "#server/db.ts";
import { makeActor } from "#server/test/actor.ts";
import { bulletId, makeArticle } from "#server/test/article.ts";
import { makeClaim, placeOf } from "#server/test/claim.ts";
import { eventKinds } from "#server/test/events.ts";
import { makeEvidence } from "#server/test/evidence.ts";
import { refusalOf } from "#server/test/refusal.ts";
import { createClaim } from "./create-claim.ts";
import { deleteClaim } from "./delete-claim.ts";
import { putVerdict } from "./put-verdict.ts";
import { restoreClaim } from "./restore-claim.ts";
import { updateClaim } from "./update-claim.ts";

const TWIN = "市は費用を公表していない。";

describe("createClaim", () => {
  it("marks a whole bullet, proven against the stored text", async () => {
    const article = await makeArticle();
    const claim = await makeClaim({ articleId: article.id, target: { blockId: bulletId(article, 1) } });
    const { start, end, exact } = placeOf(claim);
    expect([...article.revision.text].slice(start, end).join("")).toBe(exact);
    expect(exact).toBe("市は費用を公表していない。𠮷田市長は会見した。");
    expect(claim).toMatchObject({
      number: 1,
      version: 1,
      workState: "to_check",
      verdict: null,
      evidence: [],
    });
    expect(await eventKinds(article.id)).toEqual(["article.created", "claim.created"]);
  });

  it("counts code points: a quote after 𠮷 stands where it should", async () => {
    const article = await makeArticle();
    const claim = await makeClaim({ articleId: article.id, target: { exact: "市長は会見した" } });
    const { start, end } = placeOf(claim);
    expect([...article.revision.text].slice(start, end).join("")).toBe("市長は会見した");
    expect(claim.anchor.prefix.endsWith("𠮷田")).toBe(true);
  });

  it("refuses a quote that stands twice, with the places", async () => {
    const article = await makeArticle();
    const refusal = await refusalOf(makeClaim({ articleId: article.id, target: { exact: TWIN } }));
    expect(refusal.code).toBe("ANCHOR_AMBIGUOUS");
    const candidates = refusal.data.candidates as { blockId: string; start: number }[];
    expect(candidates.map(({ blockId }) => blockId)).toEqual([bulletId(article, 1), bulletId(article, 2)]);
    expect(await eventKinds(article.id)).toEqual(["article.created"]);
  });

  it("finds a twin by its context or its position", async () => {
    const article = await makeArticle();
    const last = article.revision.blocks.at(-1);
    const byContext = await makeClaim({ articleId: article.id, target: { exact: TWIN, suffix: "𠮷田市長" } });
    expect(byContext.anchor.blockId).toBe(bulletId(article, 1));
    const target = { exact: TWIN, start: codePoints(last?.start ?? 0) };
    expect((await makeClaim({ articleId: article.id, target })).anchor.blockId).toBe(last?.id);
  });

  it.each([
    ["words that are not there", { exact: "市は費用を公表した。" }, "ANCHOR_NOT_FOUND"],
    ["a block that is not there", { blockId: "b999" }, "ANCHOR_NOT_FOUND"],
    ["white space", { exact: "  " }, "ANCHOR_EMPTY"],
    ["words across two bullets", { exact: "着工した。\n市は" }, "ANCHOR_CROSSES_BLOCKS"],
  ])("refuses %s", async (_name, target, code) => {
    const article = await makeArticle();
    expect((await refusalOf(makeClaim({ articleId: article.id, target }))).code).toBe(code);
    expect(await db().claim.count({ where: { articleId: article.id } })).toBe(0);
  });

  it("refuses a chapter as a claim", async () => {
    const article = await makeArticle({ content: `題\n\n${"長".repeat(4001)}` });
    const block = article.revision.blocks.at(-1);
    const refusal = await refusalOf(
      makeClaim({ articleId: article.id, target: { blockId: block?.id ?? "" } }),
    );
    expect(refusal).toMatchObject({ code: "ANCHOR_TOO_LONG", data: { length: 4001, limit: 4000 } });
  });

  it("makes one claim of an id, however often and however fast it is sent", async () => {
    const by = await makeActor();
    const article = await makeArticle({ by });
    const input = { articleId: article.id, id: uuidv7(), target: { blockId: bulletId(article) } };
    const claims = await Promise.all(Array.from({ length: 8 }, () => createClaim(by, input)));
    expect(new Set(claims.map(({ id }) => id))).toEqual(new Set([input.id]));
    expect(await eventKinds(article.id)).toEqual(["article.created", "claim.created"]);
  });

  it("refuses an id of another article's claim, also when both are sent at once", async () => {
    const by = await makeActor();
    const [one, other] = [await makeArticle({ by }), await makeArticle({ by })];
    const id = uuidv7();
    const make = (article: typeof one) =>
      createClaim(by, { articleId: article.id, id, target: { blockId: bulletId(article) } });
    const results = await Promise.allSettled([make(one), make(other)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "ID_TAKEN" },
    });
  });

  it("refuses an id of a deleted claim", async () => {
    const by = await makeActor();
    const claim = await makeClaim({ by });
    const { id, articleId } = claim;
    await deleteClaim(by, { claimId: id });
    const again = createClaim(by, { articleId, id, target: { blockId: placeOf(claim).blockId } });
    expect((await refusalOf(again)).code).toBe("ID_TAKEN");
  });

  it("numbers claims in text order, whenever they were marked", async () => {
    const by = await makeActor();
    const article = await makeArticle({ by });
    const later = await makeClaim({ by, articleId: article.id, target: { blockId: bulletId(article, 2) } });
    const nested = await makeClaim({ by, articleId: article.id, target: { exact: "2019年" } });
    const first = await makeClaim({ by, articleId: article.id, target: { blockId: bulletId(article, 0) } });
    expect([later.number, nested.number, first.number]).toEqual([1, 1, 1]);
    const rows = await updateClaim(by, { claimId: later.id, version: 1, statement: "x" });
    expect(rows.number).toBe(3);
  });
});

describe("updateClaim", () => {
  it("merges two people's different fields, sent at once from the same version", async () => {
    const [one, other] = [await makeActor(), await makeActor("reviewer")];
    const { id: claimId, articleId } = await makeClaim({ by: one });
    await Promise.all([
      updateClaim(one, { claimId, version: 1, statement: "橋は2019年に着工した" }),
      updateClaim(other, { claimId, version: 1, claimant: "市" }),
    ]);
    const claim = await updateClaim(one, { claimId, version: 1 });
    expect(claim).toMatchObject({ statement: "橋は2019年に着工した", claimant: "市", version: 3 });
    expect(await eventKinds(articleId)).toEqual([
      "article.created",
      "claim.created",
      "claim.updated",
      "claim.updated",
    ]);
  });

  it("shows both texts where two people changed one field, and who wrote the other", async () => {
    const [by, other] = [await makeActor(), await makeActor("reviewer")];
    const { id: claimId } = await makeClaim({ by });
    await updateClaim(other, { claimId, version: 1, statement: "theirs" });
    await updateClaim(by, { claimId, version: 1, claimant: "another field" });
    const refusal = await refusalOf(
      updateClaim(by, { claimId, version: 1, statement: "mine", priority: "high" }),
    );
    expect(refusal).toMatchObject({
      code: "CONFLICT",
      data: {
        fields: ["statement"],
        current: { id: claimId, statement: "theirs", version: 3 },
        writers: [{ field: "statement", by: { id: other.id }, at: expect.any(String) }],
      },
    });
    const { priority } = await updateClaim(by, { claimId, version: 3 });
    expect(priority, "nothing of a refused change is kept").toBe("normal");
  });

  it("lets the same words, sent twice, be one change", async () => {
    const by = await makeActor();
    const { id: claimId, articleId } = await makeClaim({ by });
    await updateClaim(by, { claimId, version: 1, statement: "same", kinds: ["date", "number", "date"] });
    const claim = await updateClaim(by, {
      claimId,
      version: 1,
      statement: "same",
      kinds: ["number", "date"],
    });
    expect(claim).toMatchObject({ version: 2, kinds: ["number", "date"] });
    expect(await eventKinds(articleId)).toHaveLength(3);
  });

  it("writes down from what to what", async () => {
    const by = await makeActor();
    const { id: claimId } = await makeClaim({ by });
    await updateClaim(by, { claimId, version: 1, saidOn: "2025-09-03" });
    const event = await db().event.findFirst({ where: { claimId, kind: "claim.updated" } });
    expect(event?.data).toEqual({ changes: [{ field: "saidOn", from: null, to: "2025-09-03" }] });
  });

  it("moves an anchor, proven anew, and calls that a move", async () => {
    const by = await makeActor();
    const { id: claimId, articleId, anchor } = await makeClaim({ by });
    const moved = await updateClaim(by, { claimId, version: 1, target: { exact: "2019年" } });
    expect(moved.anchor.exact).toBe("2019年");
    expect(await eventKinds(articleId)).toEqual(["article.created", "claim.created", "claim.moved"]);
    const event = await db().event.findFirst({ where: { claimId, kind: "claim.moved" } });
    expect(event?.data).toMatchObject({ from: anchor, to: moved.anchor });
    expect((await updateClaim(by, { claimId, version: 2, target: { exact: "2019年" } })).version).toBe(2);
    const conflict = await refusalOf(updateClaim(by, { claimId, version: 1, target: { exact: "着工" } }));
    expect(conflict).toMatchObject({
      code: "CONFLICT",
      data: { fields: ["target"], writers: [{ by: { id: by.id } }] },
    });
    const nowhere = await refusalOf(
      updateClaim(by, { claimId, version: 2, target: { exact: "どこにもない" } }),
    );
    expect(nowhere.code).toBe("ANCHOR_NOT_FOUND");
  });

  it("gives claims only to people who can work on them", async () => {
    const by = await makeActor();
    const { id: claimId } = await makeClaim({ by });
    const viewer = await makeActor("viewer");
    const closed = await makeActor("editor");
    await db().member.update({ where: { id: closed.id }, data: { disabledAt: new Date() } });
    for (const assigneeId of [viewer.id, closed.id, uuidv7()]) {
      const refusal = await refusalOf(updateClaim(by, { claimId, version: 1, assigneeId }));
      expect(refusal.code).toBe("ASSIGNEE_UNFIT");
    }
    const reviewer = await makeActor("reviewer");
    const claim = await updateClaim(by, { claimId, version: 1, assigneeId: reviewer.id });
    expect(claim.assignee?.id).toBe(reviewer.id);
    expect((await updateClaim(by, { claimId, version: 2, assigneeId: null })).assignee).toBeNull();
  });

  it("settles only what has a rating and a summary, and submits the verdict", async () => {
    const by = await makeActor();
    const { id: claimId } = await makeClaim({ by });
    const settle = async (version: number) =>
      await updateClaim(by, { claimId, version, workState: "settled" });
    expect((await refusalOf(settle(1))).code).toBe("VERDICT_INCOMPLETE");
    await putVerdict(by, { claimId, rating: "accurate" });
    expect((await refusalOf(settle(2))).code).toBe("VERDICT_INCOMPLETE");
    await putVerdict(by, { claimId, summary: "市の資料と一致する。" });
    const settled = await settle(2);
    expect(settled).toMatchObject({ workState: "settled", verdict: { state: "submitted" } });
    const waiting = await updateClaim(by, { claimId, version: 3, workState: "waiting" });
    expect(waiting).toMatchObject({ workState: "waiting", verdict: { state: "draft" } });
  });
});

describe("deleteClaim and restoreClaim", () => {
  it("hides a claim and brings it back with its findings", async () => {
    const by = await makeActor();
    const { id: claimId, articleId } = await makeClaim({ by });
    const evidence = await makeEvidence({ by, claimId });
    await putVerdict(by, { claimId, rating: "false", summary: "誤り。" });
    await deleteClaim(by, { claimId });
    expect((await refusalOf(updateClaim(by, { claimId, version: 1 }))).code).toBe("NOT_FOUND");
    await deleteClaim(by, { claimId });
    const restored = await restoreClaim(by, { claimId });
    expect(restored.verdict?.rating).toBe("false");
    expect(restored.evidence.map(({ id }) => id)).toEqual([evidence.id]);
    await restoreClaim(by, { claimId });
    expect((await eventKinds(articleId)).slice(-2)).toEqual(["claim.deleted", "claim.restored"]);
  });
});
