import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { db } from "#server/db.ts";
import { readClaim } from "#server/reads/claim.ts";
import { makeActor } from "#server/test/actor.ts";
import { makeClaim } from "#server/test/claim.ts";
import { eventKinds } from "#server/test/events.ts";
import { makeEvidence } from "#server/test/evidence.ts";
import { refusalOf } from "#server/test/refusal.ts";
import { makeSource } from "#server/test/source.ts";
import { addEvidence } from "./add-evidence.ts";
import { deleteClaim } from "./delete-claim.ts";
import { removeEvidence } from "./remove-evidence.ts";
import { restoreEvidence } from "./restore-evidence.ts";
import { updateEvidence } from "./update-evidence.ts";

const detail = { stance: "supports", primary: true } as const;

describe("addEvidence", () => {
  it("uses a source of the library", async () => {
    const by = await makeActor();
    const { id: claimId, articleId } = await makeClaim({ by });
    const source = await makeSource({ by });
    const evidence = await addEvidence(by, { claimId, source: { id: source.id }, ...detail, quote: "着工" });
    expect(evidence).toMatchObject({
      number: 1,
      quote: "着工",
      locator: null,
      source: { id: source.id, uses: 1 },
    });
    expect((await eventKinds(articleId)).at(-1)).toBe("evidence.added");
    const missing = addEvidence(by, { claimId, source: { id: uuidv7() }, ...detail });
    expect(await refusalOf(missing)).toMatchObject({ code: "NOT_FOUND", data: { path: "source.id" } });
  });

  it("makes a source on the spot, and knows the page again however its address is spelled", async () => {
    const by = await makeActor();
    const { id: claimId, articleId } = await makeClaim({ by });
    const url = "https://www.city.example.jp/bridge/?utm_source=x#top";
    const first = await addEvidence(by, { claimId, source: { title: "市の資料", url }, ...detail });
    const again = await addEvidence(by, {
      claimId,
      source: { title: "別の題名", url: "http://city.example.jp/bridge" },
      ...detail,
      locator: "p. 2",
    });
    expect(again.source).toMatchObject({ id: first.source.id, title: "市の資料", type: "webpage", uses: 1 });
    expect([first.number, again.number]).toEqual([1, 2]);
    expect((await eventKinds(articleId)).slice(2)).toEqual(["evidence.added", "evidence.added"]);
    const row = await db().source.findUnique({ where: { id: first.source.id } });
    expect(row?.csl).toMatchObject({ type: "webpage", title: "市の資料", URL: url });
  });

  it("makes one source of one new address that two articles name at once", async () => {
    const by = await makeActor();
    const claims = await Promise.all([makeClaim({ by }), makeClaim({ by }), makeClaim({ by })]);
    const source = { title: "同時", url: "https://example.org/at-once" };
    const made = await Promise.all(
      claims.map(({ id: claimId }) => addEvidence(by, { claimId, source, ...detail })),
    );
    expect(new Set(made.map((evidence) => evidence.source.id)).size).toBe(1);
  });

  it("is added once for an id, and refuses one that belongs elsewhere", async () => {
    const by = await makeActor();
    const { id: claimId, articleId } = await makeClaim({ by });
    const input = { id: uuidv7(), claimId, source: { title: "資料" }, ...detail };
    const added = await Promise.all([addEvidence(by, input), addEvidence(by, input), addEvidence(by, input)]);
    expect(new Set(added.map(({ id }) => id)).size).toBe(1);
    expect(await eventKinds(articleId)).toHaveLength(3);
    const other = await makeClaim({ by });
    expect((await refusalOf(addEvidence(by, { ...input, claimId: other.id }))).code).toBe("ID_TAKEN");
    await removeEvidence(by, { evidenceId: input.id });
    expect((await refusalOf(addEvidence(by, input))).code).toBe("ID_TAKEN");
  });

  it("refuses the same passage twice, and takes another passage of the same source", async () => {
    const by = await makeActor();
    const { id: claimId } = await makeClaim({ by });
    const source = { id: (await makeSource({ by })).id };
    const first = await addEvidence(by, { claimId, source, ...detail, quote: "同じ箇所", locator: "p. 1" });
    const same = {
      claimId,
      source,
      stance: "refutes",
      primary: false,
      quote: "同じ箇所",
      locator: "p. 1",
    } as const;
    expect(await refusalOf(addEvidence(by, same))).toMatchObject({
      code: "EVIDENCE_EXISTS",
      data: { evidenceId: first.id },
    });
    await addEvidence(by, { ...same, locator: "p. 2" });
    await removeEvidence(by, { evidenceId: first.id });
    const replaced = await addEvidence(by, same);
    expect((await refusalOf(restoreEvidence(by, { evidenceId: first.id }))).code).toBe("EVIDENCE_EXISTS");
    await removeEvidence(by, { evidenceId: replaced.id });
    expect((await restoreEvidence(by, { evidenceId: first.id })).id).toBe(first.id);
  });

  it("is held by the database where two writers slip past the question", async () => {
    const by = await makeActor();
    const { id, claimId, source } = await makeEvidence({ by, quote: "長".repeat(4000) });
    const row = await db().evidence.findUniqueOrThrow({ where: { id } });
    const { claimId: _, sourceId: __, addedById: ___, fieldVersions: ____, ...columns } = row;
    const copy = { ...columns, id: uuidv7(), claimId, sourceId: source.id, addedById: by.id };
    await expect(db().evidence.create({ data: copy })).rejects.toMatchObject({ code: "P2002" });
  });
});

describe("updateEvidence", () => {
  it("merges different fields, refuses the same one, and empties with null", async () => {
    const by = await makeActor();
    const { id: evidenceId } = await makeEvidence({ by, note: "覚え書き" });
    await Promise.all([
      updateEvidence(by, { evidenceId, version: 1, stance: "refutes" }),
      updateEvidence(by, { evidenceId, version: 1, locator: "p. 3" }),
    ]);
    expect(await refusalOf(updateEvidence(by, { evidenceId, version: 1, stance: "context" }))).toMatchObject({
      code: "CONFLICT",
      data: {
        fields: ["stance"],
        current: { id: evidenceId, stance: "refutes", locator: "p. 3" },
        writers: [{ field: "stance", by: { id: by.id } }],
      },
    });
    const again = await updateEvidence(by, { evidenceId, version: 1, stance: "refutes" });
    expect(again.version, "what is equal already conflicts with nothing").toBe(3);
    const emptied = await updateEvidence(by, { evidenceId, version: 3, note: null });
    expect(emptied).toMatchObject({ note: null, locator: "p. 3", stance: "refutes", version: 4 });
    expect((await updateEvidence(by, { evidenceId, version: 4, note: "" })).version).toBe(4);
  });

  it("does not turn one passage into another that is there", async () => {
    const by = await makeActor();
    const { claimId, source } = await makeEvidence({ by, quote: "一" });
    const second = await makeEvidence({ by, claimId, source: { id: source.id }, quote: "二" });
    const refusal = await refusalOf(updateEvidence(by, { evidenceId: second.id, quote: "一" }));
    expect(refusal.code).toBe("EVIDENCE_EXISTS");
  });
});

describe("removeEvidence", () => {
  it("takes it off the claim, keeps the source, and numbers the rest anew", async () => {
    const by = await makeActor();
    const { id: claimId, articleId } = await makeClaim({ by });
    const first = await makeEvidence({ by, claimId });
    const second = await makeEvidence({ by, claimId });
    await removeEvidence(by, { evidenceId: first.id });
    const claim = await readClaim(by, claimId);
    expect(claim).toMatchObject({ evidenceCount: 1, evidence: [{ id: second.id, number: 1 }] });
    expect(await db().source.count({ where: { id: first.source.id } })).toBe(1);
    await removeEvidence(by, { evidenceId: first.id });
    expect((await eventKinds(articleId)).at(-1)).toBe("evidence.removed");
    await restoreEvidence(by, { evidenceId: first.id });
    const told = await db().event.findMany({ where: { subjectId: first.id }, orderBy: { seq: "asc" } });
    const data = { title: first.source.title, sourceId: first.source.id };
    expect(told).toMatchObject([{ data }, { data }, { data: { ...data, restored: true } }]);
  });

  it("is not found on a deleted claim", async () => {
    const by = await makeActor();
    const { id: evidenceId, claimId } = await makeEvidence({ by });
    await deleteClaim(by, { claimId });
    expect((await refusalOf(removeEvidence(by, { evidenceId }))).code).toBe("NOT_FOUND");
  });
});
