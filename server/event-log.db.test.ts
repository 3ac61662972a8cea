import { describe, expect, it } from "vitest";
import { Refusal } from "#domain/error.ts";
import { addEvidence } from "#server/commands/add-evidence.ts";
import { createClaim } from "#server/commands/create-claim.ts";
import { dismissBlock } from "#server/commands/dismiss-block.ts";
import { putVerdict } from "#server/commands/put-verdict.ts";
import { updateArticle } from "#server/commands/update-article.ts";
import { updateClaim } from "#server/commands/update-claim.ts";
import { db, transaction } from "#server/db.ts";
import { readEvents } from "#server/reads/event.ts";
import { makeActor } from "#server/test/actor.ts";
import { bulletId, makeArticle } from "#server/test/article.ts";
import { makeClaim } from "#server/test/claim.ts";
import { refusalOf } from "#server/test/refusal.ts";
import { appendEvent } from "./event-log.ts";

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** As pages do: whoever found no free connection in time, on a machine with much else to do, asks again. */
async function untilAnswered(command: () => Promise<unknown>): Promise<unknown> {
  try {
    return await command();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return await untilAnswered(command);
  }
}

async function sequence(articleId: string) {
  const rows = await db().event.findMany({
    where: { articleId },
    orderBy: { seq: "asc" },
    select: { seq: true },
  });
  return rows.map(({ seq }) => seq);
}

describe("the event log", () => {
  it("counts without gaps under forty commands at once, of which some are refused", async () => {
    const by = await makeActor();
    const article = await makeArticle({ by });
    const { id: claimId } = await makeClaim({ by, articleId: article.id, target: { exact: "2019年" } });
    const work = upTo(8).flatMap((n) => [
      () => updateClaim(by, { claimId, version: 1, statement: `${n}` }),
      () => putVerdict(by, { claimId, summary: `${n}` }),
      () => addEvidence(by, { claimId, source: { title: `資料${n}` }, stance: "supports", primary: true }),
      () => createClaim(by, { articleId: article.id, target: { exact: n % 2 ? "着工" : "市は" } }),
      () =>
        n === 1
          ? updateArticle(by, { articleId: article.id, version: 1, title: "新題" })
          : dismissBlock(by, {
              articleId: article.id,
              blockId: bulletId(article),
              reason: n % 2 ? "opinion" : "duplicate",
            }),
    ]);
    const results = await Promise.allSettled(work.map(untilAnswered));
    const refused = results.filter(({ status }) => status === "rejected");
    // Seven of eight writers of one field lose; 「市は」 stands twice.
    expect(refused).toHaveLength(7 + 4);
    const seqs = await sequence(article.id);
    expect(seqs).toEqual(upTo(seqs.length));
    expect(seqs.length).toBeGreaterThan(20);
    const { eventSeq } = await db().article.findUniqueOrThrow({ where: { id: article.id } });
    expect(eventSeq).toBe(seqs.length);
  });

  it("gives its number back when the command fails", async () => {
    const article = await makeArticle();
    const failing = transaction(async (tx) => {
      await appendEvent(tx, { kind: "claim.created", actorId: null, articleId: article.id });
      throw new Error("after the event");
    });
    await expect(failing).rejects.toThrow("after the event");
    await transaction((tx) =>
      appendEvent(tx, { kind: "report.exported", actorId: null, articleId: article.id }),
    );
    expect(await sequence(article.id)).toEqual([1, 2]);
  });
});

describe("readEvents", () => {
  it("answers the newest first, page by page, with who did it", async () => {
    const by = await makeActor();
    const { id: claimId, articleId } = await makeClaim({ by });
    for (const n of upTo(5)) await updateClaim(by, { claimId, version: n, statement: `${n}` });
    const first = await readEvents(by, { articleId, limit: 4 });
    expect(first.items.map(({ seq }) => seq)).toEqual([7, 6, 5, 4]);
    expect(first.items[0]).toMatchObject({ kind: "claim.updated", claimId, actor: { id: by.id } });
    const second = await readEvents(by, { articleId, limit: 4, cursor: first.nextCursor ?? "" });
    expect(second.items.map(({ seq }) => seq)).toEqual([3, 2, 1]);
    expect(second.nextCursor).toBeNull();
  });

  it("answers what was missed after a number, the oldest first, page by page", async () => {
    const by = await makeActor();
    const { id: claimId, articleId } = await makeClaim({ by });
    for (const n of upTo(4)) await updateClaim(by, { claimId, version: n, statement: `${n}` });
    const first = await readEvents(by, { articleId, after: 2, limit: 3 });
    expect(first.items.map(({ seq }) => seq)).toEqual([3, 4, 5]);
    const second = await readEvents(by, { articleId, after: 2, limit: 3, cursor: first.nextCursor ?? "" });
    expect(second).toMatchObject({ items: [{ seq: 6 }], nextCursor: null });
    expect((await readEvents(by, { articleId, after: 6, limit: 3 })).items).toEqual([]);
  });

  it("keeps to one claim, and knows no article that is not there", async () => {
    const by = await makeActor("viewer");
    const { id: claimId, articleId } = await makeClaim();
    expect((await readEvents(by, { articleId, claimId, limit: 9 })).items.map(({ kind }) => kind)).toEqual([
      "claim.created",
    ]);
    expect((await refusalOf(readEvents(by, { articleId: claimId, limit: 9 }))).code).toBe("NOT_FOUND");
  });
});
