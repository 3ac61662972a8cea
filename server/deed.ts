import { AsyncLocalStorage } from "node:async_hooks";
import type { Prisma } from "#prisma/generated/client.ts";
import { noteRead, seqSoFar } from "#server/as-of.ts";
import type { Db } from "#server/db.ts";

/** An act that its sender keeps until it is answered: sent again under the same id, it is the same act. */
export interface Deed {
  memberId: string;
  /** Made by the sender, a UUID. */
  id: string;
}

/** How long an answer is kept, in days: longer than a page stays away with work that it has not got rid of. */
const KEPT_DAYS = 60;

/** A deed is one transaction: the first that a request begins takes it. */
const current = new AsyncLocalStorage<{ deed: Deed | null }>();

/** Does `work`, whose first transaction is done once for `deed`, however often it is sent. */
export function asDeed<Result>(deed: Deed | null, work: () => Promise<Result>): Promise<Result> {
  return deed ? current.run({ deed }, work) : work();
}

/** Does `work` as no part of the deed: what the server does on the way, and does again without harm. */
export const apart = <Result>(work: () => Promise<Result>): Promise<Result> =>
  current.run({ deed: null }, work);

/** The deed of this request that no transaction has taken yet; null for most. */
export function takeDeed(): Deed | null {
  const store = current.getStore();
  const deed = store?.deed ?? null;
  if (store) store.deed = null;
  return deed;
}

/** The same deed came over another line and was done while this one was under way. */
export class DoneMeanwhile extends Error {
  override name = "DoneMeanwhile";
}

/**
 * Does `work` in its transaction unless the deed was done before: then what it was answered is answered again and
 * nothing happens. What others did since stays as they left it.
 *
 * @throws DoneMeanwhile where another transaction did it in the same moment; the caller begins anew
 */
export async function once<Result>(tx: Db, deed: Deed, work: (tx: Db) => Promise<Result>): Promise<Result> {
  const done = await tx.answeredDeed.findUnique({
    where: { memberId_deedId: { memberId: deed.memberId, deedId: deed.id } },
  });
  if (done) {
    if (done.seq !== null) noteRead(done.seq);
    // What was stored is this very command's answer, which is JSON; null stands for none.
    return (done.answer ?? undefined) as Result;
  }
  const answer = await work(tx);
  await keep(tx, deed, answer);
  return answer;
}

/** Also lets go of answers that nobody will ask for any more; who else does so at the same time is not waited for. */
async function keep(tx: Db, { memberId, id }: Deed, answer: unknown): Promise<void> {
  const json = JSON.stringify((answer ?? null) as Prisma.InputJsonValue | null);
  const kept = await tx.$executeRaw`
    WITH forgotten AS (
      DELETE FROM "AnsweredDeed" WHERE ("memberId", "deedId") IN (
        SELECT "memberId", "deedId" FROM "AnsweredDeed"
        WHERE at < now() - make_interval(days => ${KEPT_DAYS}::int)
        LIMIT 10 FOR UPDATE SKIP LOCKED)
    )
    INSERT INTO "AnsweredDeed" ("memberId", "deedId", answer, seq)
    VALUES (${memberId}::uuid, ${id}::uuid, ${json}::jsonb, ${seqSoFar()}::int)
    ON CONFLICT DO NOTHING`;
  if (kept === 0) throw new DoneMeanwhile();
}
