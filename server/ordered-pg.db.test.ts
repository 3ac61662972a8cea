import { afterEach, expect, it, vi } from "vitest";
import { db } from "#server/db.ts";
import { loadClaims } from "#server/reads/claim.ts";
import { makeActor } from "#server/test/actor.ts";
import { makeClaim } from "#server/test/claim.ts";
import { makeEvidence } from "#server/test/evidence.ts";

const warned = vi.fn();
process.on("warning", warned);
afterEach(() => warned.mockClear());

/** The driver warns once a process of statements that are sent while another one runs. */
it("in a transaction statements wait for each other, and the driver has nothing to complain of", async () => {
  const by = await makeActor();
  const { id: claimId, articleId } = await makeClaim({ by });
  await makeEvidence({ by, claimId });
  const claims = await db().$transaction((tx) => loadClaims(tx, by, articleId));
  expect(claims[0]?.evidence).toHaveLength(1);
  await db().$transaction((tx) =>
    Promise.all([tx.member.count(), tx.article.findMany({ include: { revisions: true, claims: true } })]),
  );
  await new Promise((emitted) => setImmediate(emitted));
  expect(warned).not.toHaveBeenCalled();
});

it("a statement that fails does not keep the next from its turn", async () => {
  const wrong = db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT no_such_thing()`.catch(() => {});
    await tx.member.count();
  });
  await expect(wrong).rejects.toThrow(/transaction is aborted/);
  expect(await db().$transaction((tx) => tx.member.count())).toBeGreaterThan(0);
});
