import { afterEach, describe, expect, test, vi } from "vitest";
import { LIVE_CLOSE } from "#domain/live.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { putVerdict } from "#server/commands/put-verdict.ts";
import { storeProse } from "#server/commands/store-prose.ts";
import { updateClaim } from "#server/commands/update-claim.ts";
import { db } from "#server/db.ts";
import { log } from "#server/log.ts";
import { makeActor } from "#server/test/actor.ts";
import { makeClaim } from "#server/test/claim.ts";
import { eventKinds } from "#server/test/events.ts";
import { PATIENCE } from "#server/test/live-client.ts";
import { makeMember } from "#server/test/member.ts";
import { ProsePage } from "#server/test/prose-page.ts";
import { openWakeUps, type WakeUps } from "#server/wake-ups.ts";
import { openProse, type ProseService } from "./prose.ts";
import { PROSE_TIMING } from "./timing.ts";

vi.mock("#server/commands/store-prose.ts", { spy: true });

const TIMING = { ...PROSE_TIMING, store: 60, storeForOthers: 300, rest: 400, latest: 1_500, drain: 500 };

const until = (check: () => unknown) => vi.waitFor(check, PATIENCE);

const opened: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const thing of opened.splice(0).toReversed()) await thing.close();
  vi.mocked(storeProse).mockReset();
});

async function instance(): Promise<{ service: ProseService; wakeUps: WakeUps }> {
  const wakeUps = await openWakeUps();
  const service = openProse(wakeUps, TIMING);
  opened.push(wakeUps, service);
  return { service, wakeUps };
}

async function page(service: ProseService, claimId: string, role: Actor["role"] = "editor") {
  const opening = await ProsePage.open(service, claimId, role);
  opened.push(opening);
  await until(() => expect(opening.provider.synced).toBe(true));
  return opening;
}

const verdictOf = (claimId: string) =>
  db().verdict.findFirstOrThrow({ where: { claimId, state: { not: "superseded" } } });
const proseOf = (claimId: string) => db().prose.findUniqueOrThrow({ where: { claimId } });
const lastEvent = (claimId: string) =>
  db().event.findFirstOrThrow({ where: { claimId }, orderBy: { seq: "desc" } });

async function ratedClaim(by: Actor, summary = "") {
  const claim = await makeClaim({ by });
  return await putVerdict(by, { claimId: claim.id, rating: "accurate", summary });
}

describe("writing together", () => {
  test("on two instances gives one text, on every page and in the database", async () => {
    const [one, other] = [await instance(), await instance()];
    const { id } = await makeClaim();
    const [ann, ben] = await Promise.all([page(one.service, id), page(other.service, id)]);
    for (let index = 0; index < 10; index += 1) {
      ann.type("rationale", `a${index}`);
      ben.type("rationale", `b${index}`, 0);
      ann.type("summary", "橋");
    }
    await until(() => expect(ann.text).toEqual(ben.text));
    expect([await ann.stored(), await ben.stored()]).toEqual(["stored", "stored"]);
    await until(() => expect(ann.text).toEqual(ben.text));
    expect(ann.text.rationale).toHaveLength(40);
    expect(ann.text.summary).toBe("橋".repeat(10));
    const prose = await proseOf(id);
    expect({ summary: prose.summary, rationale: prose.rationaleText }).toEqual(ann.text);
    const verdict = await verdictOf(id);
    expect(verdict).toMatchObject({ summary: prose.summary, rationale: prose.rationale, state: "draft" });
  });

  test("makes the verdict and begins the check at once, and is told of when it rests, by whom", async () => {
    const { service } = await instance();
    const { id, articleId } = await makeClaim();
    const [ann, ben] = [await page(service, id), await page(service, id)];
    ann.type("summary", "正し");
    await ann.stored();
    const begun = await lastEvent(id);
    expect(begun).toMatchObject({
      kind: "verdict.updated",
      actorId: ann.actor.id,
      data: { changes: [{ field: "workState", from: "to_check", to: "checking" }] },
    });
    ben.type("summary", "い。");
    await until(async () => expect((await proseOf(id)).untoldSince).toBeNull());
    expect(await eventKinds(articleId)).toEqual([
      "article.created",
      "claim.created",
      "verdict.updated",
      "verdict.updated",
    ]);
    expect(await lastEvent(id)).toMatchObject({
      actorId: ben.actor.id,
      subjectId: (await verdictOf(id)).id,
      data: {
        changes: [{ field: "summary", from: "", to: "正しい。" }],
        writers: [ann.actor.id, ben.actor.id],
      },
    });
  });

  test("is told of now and then while nobody rests", async () => {
    const { service } = await instance();
    const claim = await ratedClaim(await makeActor());
    const ann = await page(service, claim.id);
    const typing = setInterval(() => ann.type("summary", "あ"), 100);
    try {
      await until(async () => expect((await lastEvent(claim.id)).actorId).toBe(ann.actor.id));
    } finally {
      clearInterval(typing);
    }
    expect((await lastEvent(claim.id)).data).toMatchObject({ changes: [{ field: "summary", from: "" }] });
  });

  test("of a claim nobody opened before begins in one document, also on two instances at once", async () => {
    const [one, other] = [await instance(), await instance()];
    const { id } = await ratedClaim(await makeActor(), "橋は安全だ。");
    await db().prose.deleteMany({ where: { claimId: id } });
    const [ann, ben] = await Promise.all([page(one.service, id), page(other.service, id)]);
    expect([ann.text.summary, ben.text.summary]).toEqual(["橋は安全だ。", "橋は安全だ。"]);
    ann.type("summary", "甲");
    ben.type("summary", "乙", 0);
    await until(() => expect(ann.text.summary).toBe("乙橋は安全だ。甲"));
    await until(() => expect(ben.text.summary).toBe("乙橋は安全だ。甲"));
  });

  test("shows carets under the member's own name, and takes them away", async () => {
    const [one, other] = [await instance(), await instance()];
    const { id } = await makeClaim();
    const [ann, ben] = [await page(one.service, id), await page(other.service, id)];
    ann.provider.setAwarenessField("user", { id: ben.actor.id, name: "somebody else" });
    const seen = () => ben.provider.awareness?.getStates().get(ann.doc.clientID)?.user;
    await until(() => expect(seen()).toEqual({ id: ann.actor.id, name: ann.name }));
    ann.close();
    await until(() => expect(seen()).toBeUndefined());
  });
});

describe("the API and an open document", () => {
  test("a PUT arrives in it, as the least change", async () => {
    const [one, other] = [await instance(), await instance()];
    const by = await makeActor();
    const { id } = await ratedClaim(by, "橋は安全だ。");
    const [ann, ben] = [await page(one.service, id), await page(other.service, id)];
    ann.type("summary", "［追記］");
    await ann.stored();
    await putVerdict(by, { claimId: id, summary: "橋は安全である。［追記］" });
    await until(() => expect(ann.text.summary).toBe("橋は安全である。［追記］"));
    await until(() => expect(ben.text.summary).toBe("橋は安全である。［追記］"));
    const event = await lastEvent(id);
    expect(event).toMatchObject({
      actorId: by.id,
      data: {
        changes: [{ field: "summary", from: "橋は安全だ。", to: "橋は安全である。［追記］" }],
        writers: [ann.actor.id, by.id],
      },
    });
    expect((await proseOf(id)).untoldSince).toBeNull();
  });

  test("settling takes in what is stored, and tells of it first", async () => {
    const { service } = await instance();
    const by = await makeActor();
    const { id, articleId } = await ratedClaim(by);
    const ann = await page(service, id);
    ann.type("summary", "正しい。");
    await ann.stored();
    const settled = await updateClaim(by, { claimId: id, version: 2, workState: "settled" });
    expect(settled.verdict).toMatchObject({ state: "submitted", summary: "正しい。" });
    expect((await eventKinds(articleId)).slice(-2)).toEqual(["verdict.updated", "claim.updated"]);
  });

  test("what was submitted is kept as it was, and writing on makes a new draft", async () => {
    const { service } = await instance();
    const by = await makeActor();
    const { id } = await ratedClaim(by, "正しい。");
    const settled = await updateClaim(by, { claimId: id, version: 2, workState: "settled" });
    const ann = await page(service, id);
    ann.type("summary", "ただし古い。");
    await ann.stored();
    const verdicts = await db().verdict.findMany({ where: { claimId: id }, orderBy: { createdAt: "asc" } });
    expect(verdicts).toMatchObject([
      { id: settled.verdict?.id, state: "superseded", summary: "正しい。" },
      { state: "draft", summary: "正しい。ただし古い。", ratingKey: "accurate", authorId: by.id },
    ]);
    expect((await db().claim.findUniqueOrThrow({ where: { id } })).workState).toBe("checking");
    expect(await lastEvent(id)).toMatchObject({
      kind: "verdict.updated",
      data: { changes: [{ field: "workState", from: "settled", to: "checking" }] },
    });
  });
});

describe("rights", () => {
  test("who may only read sees what is written and writes nothing", async () => {
    const { service } = await instance();
    const { id } = await makeClaim();
    const [ann, viewer] = [await page(service, id), await page(service, id, "viewer")];
    ann.type("summary", "正しい。");
    await until(() => expect(viewer.text.summary).toBe("正しい。"));
    viewer.type("summary", "偽");
    expect(await viewer.stored()).toBe("refused");
    await ann.stored();
    expect(ann.text.summary).toBe("正しい。");
    expect((await proseOf(id)).summary).toBe("正しい。");
  });

  test("a lowered role counts from the next word on, and no role at all ends it", async () => {
    const { service } = await instance();
    const { id } = await makeClaim();
    const ann = await page(service, id);
    ann.type("summary", "前");
    expect(await ann.stored()).toBe("stored");
    ann.connection?.setActor({ ...ann.actor, role: "viewer" });
    ann.type("summary", "後");
    expect(await ann.stored()).toBe("refused");
    ann.connection?.setActor({ ...ann.actor, role: "editor" });
    expect(await ann.stored()).toBe("stored");
    ann.connection?.setActor(null);
    await until(() => expect(ann.provider.synced).toBe(false));
    ann.type("summary", "無");
    expect((await proseOf(id)).summary).toBe("前");
  });

  test("a claim that is unknown or deleted is refused", async () => {
    const { service } = await instance();
    const { id } = await makeClaim();
    await db().claim.update({ where: { id }, data: { deletedAt: new Date() } });
    for (const claimId of [id, "01900000-0000-7000-8000-000000000009"]) {
      const ann = await ProsePage.open(service, claimId);
      opened.push(ann);
      await until(() => expect(ann.refusals).toEqual(["NOT_FOUND"]));
    }
  });

  test.each([
    ["noise", Buffer.from([255, 1, 2])],
    ["nothing", Buffer.from([])],
    ["a room that is none", Buffer.from([3, 97, 98, 99, 2, 0, 0])],
  ])("%s closes the socket and harms nobody", async (_name, frame) => {
    const { service } = await instance();
    const { id } = await makeClaim();
    const [ann, ben] = [await page(service, id), await page(service, id)];
    const { server } = ann;
    server?.emit("message", frame);
    expect(server?.closeCode).toBe(LIVE_CLOSE.badMessage);
    ben.type("summary", "正しい。");
    expect(await ben.stored()).toBe("stored");
  });
});

describe("nothing is lost", () => {
  test("when an instance is killed in mid-sentence: the page brings the rest back", async () => {
    const [one, other] = [await instance(), await instance()];
    const { id } = await makeClaim();
    const ann = await page(one.service, id);
    ann.type("summary", "橋は");
    await ann.stored();
    vi.mocked(storeProse)
      .mockClear()
      .mockImplementationOnce(() => new Promise(() => {}));
    ann.type("summary", "安全");
    await until(() => expect(storeProse).toHaveBeenCalled());
    ann.cut();
    ann.type("summary", "だ。");
    await until(() => expect(ann.provider.synced).toBe(false));
    ann.comeBack(other.service);
    await until(() => expect(ann.provider.synced).toBe(true));
    expect(await ann.stored()).toBe("stored");
    expect((await proseOf(id)).summary).toBe("橋は安全だ。");
  });

  test("when an instance is killed and its page is gone too: another instance that saw it stores it", async () => {
    const [one, other] = [await instance(), await instance()];
    const { id } = await makeClaim();
    const [ann, ben] = [await page(one.service, id), await page(other.service, id)];
    const claim = await proseOf(id);
    vi.mocked(storeProse).mockImplementationOnce(() => new Promise(() => {}));
    ann.type("summary", "安全だ。");
    await until(() => expect(ben.text.summary).toBe("安全だ。"));
    ann.close();
    await until(async () => expect((await proseOf(id)).summary).toBe("安全だ。"));
    expect(claim.summary).toBe("");
    expect((await proseOf(id)).writers).toContain(ann.actor.id);
  });

  test("when storing fails for a while: operators read of it, the document stays, and it is stored later", async () => {
    const { service } = await instance();
    const errors = vi.spyOn(log(), "error").mockImplementation(() => {});
    const { id } = await makeClaim();
    const ann = await page(service, id);
    vi.mocked(storeProse).mockRejectedValueOnce(new Error("away")).mockRejectedValueOnce(new Error("away"));
    ann.type("summary", "安全だ。");
    const stored = ann.stored();
    await until(() => expect(service.unstored).toBe(1));
    await until(() => expect(errors).toHaveBeenCalledTimes(2));
    ann.close();
    await until(async () => expect((await proseOf(id)).summary).toBe("安全だ。"));
    expect(errors.mock.calls[0]?.[1]).toBe("cannot store prose");
    await until(() => expect(service.unstored).toBe(0));
    errors.mockRestore();
    void stored;
  });

  test("when a wake-up is: what is stored repairs it", async () => {
    const [one, other] = [await instance(), await instance()];
    const { id } = await makeClaim();
    const [ann, ben] = [await page(one.service, id), await page(other.service, id)];
    const publish = vi.spyOn(one.wakeUps, "publish").mockImplementationOnce(async () => {});
    ann.type("summary", "安全だ。");
    await until(() => expect(ben.text.summary).toBe("安全だ。"));
    expect(publish.mock.calls.map(([topic, rest]) => `${topic} ${rest.split(":")[0]}`)).toContain(
      "prose stored",
    );
  });

  test("when an instance stops: it stores and tells before", async () => {
    const { service } = await instance();
    const claim = await ratedClaim(await makeActor());
    const ann = await page(service, claim.id);
    ann.type("summary", "安全だ。");
    await new Promise((done) => setTimeout(done, 5));
    await service.close();
    expect(await proseOf(claim.id)).toMatchObject({ summary: "安全だ。", untoldSince: null });
  });

  test("of a claim that was deleted meanwhile: it is there when the claim comes back", async () => {
    const { service } = await instance();
    const { id } = await makeClaim();
    const ann = await page(service, id);
    await db().claim.update({ where: { id }, data: { deletedAt: new Date() } });
    ann.type("summary", "安全だ。");
    expect(await ann.stored()).toBe("stored");
    await db().claim.update({ where: { id }, data: { deletedAt: null } });
    expect((await verdictOf(id)).summary).toBe("安全だ。");
    await until(async () => expect((await proseOf(id)).untoldSince).toBeNull());
  });
});

test("a room is left when nobody is in it and all is stored", async () => {
  const { service } = await instance();
  const { id } = await makeClaim();
  const ann = await page(service, id);
  ann.type("summary", "安全だ。");
  await ann.stored();
  const reads = vi.spyOn(db().prose, "findUnique");
  ann.close();
  const member = await makeMember("editor");
  await new Promise((done) => setTimeout(done, 100));
  const again = new ProsePage(service, id, member);
  opened.push(again);
  await until(() => expect(again.text.summary).toBe("安全だ。"));
  expect(reads).toHaveBeenCalled();
  reads.mockRestore();
});
