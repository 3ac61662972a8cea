import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { db } from "#server/db.ts";
import { readSources } from "#server/reads/source.ts";
import { makeActor } from "#server/test/actor.ts";
import { makeEvidence } from "#server/test/evidence.ts";
import { refusalOf } from "#server/test/refusal.ts";
import { makeSource } from "#server/test/source.ts";
import { createSource } from "./create-source.ts";
import { updateSource } from "./update-source.ts";

describe("createSource", () => {
  it("answers the source that has the address already, without an event", async () => {
    const by = await makeActor();
    const first = await createSource(by, { title: "白書", url: "https://example.org/paper?b=2&a=1" });
    const again = await createSource(by, { title: "別名", url: "http://www.example.org/paper/?a=1&b=2#x" });
    expect(again).toEqual(first);
    const events = await db().event.findMany({ where: { subjectId: first.id } });
    expect(events.map(({ kind, seq, articleId }) => ({ kind, seq, articleId }))).toEqual([
      { kind: "source.created", seq: null, articleId: null },
    ]);
  });

  it("takes sources without an address, as many as there are", async () => {
    const by = await makeActor();
    const first = await createSource(by, { title: "電話取材", type: "interview", author: "市広報課" });
    const second = await createSource(by, { title: "電話取材", type: "interview" });
    expect(second.id).not.toBe(first.id);
    expect(first).toMatchObject({ type: "interview", author: "市広報課", url: null, uses: 0 });
  });
});

describe("updateSource", () => {
  it("changes fields, the CSL record and the address it is known by", async () => {
    const by = await makeActor();
    const { id: sourceId } = await makeSource({ by, url: "https://example.org/old" });
    const changed = await updateSource(by, {
      sourceId,
      version: 1,
      url: "https://example.org/new",
      issued: "2025-09",
    });
    expect(changed).toMatchObject({ url: "https://example.org/new", issued: "2025-09", version: 2 });
    const row = await db().source.findUniqueOrThrow({ where: { id: sourceId } });
    expect(row).toMatchObject({
      canonicalUrl: "example.org/new",
      csl: { URL: "https://example.org/new", issued: { "date-parts": [[2025, 9]] } },
    });
    expect((await updateSource(by, { sourceId, version: 1, issued: "2025-09" })).version).toBe(2);
  });

  it("refuses what another person changed, and an address that another source has", async () => {
    const by = await makeActor();
    const other = await makeSource({ by });
    const { id: sourceId } = await makeSource({ by });
    await updateSource(by, { sourceId, version: 1, title: "甲" });
    expect(await refusalOf(updateSource(by, { sourceId, version: 1, title: "乙" }))).toMatchObject({
      code: "CONFLICT",
      data: { fields: ["title"], current: { title: "甲" } },
    });
    expect(
      await refusalOf(updateSource(by, { sourceId, url: `${other.url}?utm_medium=mail` })),
    ).toMatchObject({
      code: "SOURCE_EXISTS",
      data: { source: { id: other.id } },
    });
    expect((await refusalOf(updateSource(by, { sourceId: uuidv7(), title: "丙" }))).code).toBe("NOT_FOUND");
  });
});

describe("readSources", () => {
  it("finds by title, publisher, author and any spelling of the address, and takes signs for what they are", async () => {
    const by = await makeActor();
    const source = await createSource(by, {
      title: "景気動向100%_調査",
      publisher: "内閣府経済社会総合研究所",
      author: "Yamada Hanako",
      url: "https://www.esri.example.go.jp/di/",
    });
    const find = async (q: string) => (await readSources(by, { q, limit: 50 })).items.map(({ id }) => id);
    for (const q of [
      "景気動向",
      "経済社会",
      "yamada",
      "esri.example",
      "http://esri.example.go.jp/di?utm_source=a",
      "100%_",
    ]) {
      expect(await find(q), q).toEqual([source.id]);
    }
    expect(await find("景%調査")).toEqual([]);
    expect(await find("\0")).toEqual([]);
  });

  it("pages, the newest first, and counts the claims that use a source", async () => {
    const by = await makeActor();
    const made = [];
    for (let i = 0; i < 5; i += 1) made.push(await makeSource({ by, publisher: "ページ送り" }));
    const [used] = made;
    await makeEvidence({ by, source: { id: used?.id ?? "" } });
    const { claimId } = await makeEvidence({ by, source: { id: used?.id ?? "" } });
    await makeEvidence({ by, claimId, source: { id: used?.id ?? "" }, locator: "p. 9" });
    const seen = [];
    let cursor: string | undefined;
    do {
      const page = await readSources(by, { q: "ページ送り", limit: 2, cursor });
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.map(({ id }) => id)).toEqual(made.map(({ id }) => id).reverse());
    expect(seen.at(-1)?.uses).toBe(2);
  });

  it("refuses a cursor it did not make", async () => {
    const by = await makeActor("viewer");
    for (const cursor of ["x", "eyJhIjoxfQ", Buffer.from('["not an id"]').toString("base64url")]) {
      expect((await refusalOf(readSources(by, { limit: 1, cursor }))).code).toBe("INVALID_INPUT");
    }
  });
});
