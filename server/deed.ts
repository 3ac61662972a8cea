import { AsyncLocalStorage } from "node:async_hooks";
import { Refusal } from "#domain/error.ts";
import type { AnsweredDeed, Prisma } from "#prisma/generated/client.ts";
import { noteRead, seqSoFar } from "#server/as-of.ts";
import type { Db } from "#server/db.ts";

/** An act that its sender keeps until it is answered: sent again under the same id, it is the same act. */
export interface Deed {
  memberId: string;
  /** Made by the sender, a UUID. */
  id: string;
  /** What is to be done, by its name in the contract: `claim.update`. */
  operation: string;
  /** Of what is asked (`inputHash`). */
  inputHash: string;
  /** Its answer holds a secret: that it was given is kept, it is not. */
  answersSecret: boolean;
}

/** How long an answer is kept, in days: longer than a page stays away with work that it has not got rid of. */
const KEPT_DAYS = 60;

/**
 * A deed is one transaction: the first that a request begins takes it. `done`: what is kept of it, where it was done
 * before.
 */
const current = new AsyncLocalStorage<{ deed: Deed | null; done: AnsweredDeed | null }>();

/**
 * Does `work`, whose first transaction is done once for `deed`, however often it is sent.
 *
 * @throws Refusal IDEMPOTENCY_KEY_REUSED or SECRET_SHOWN_ONCE, without beginning `work`
 */
export async function asDeed<Result>(deed: Deed, client: Db, work: () => Promise<Result>): Promise<Result> {
  const done = await findDone(client, deed);
  if (done) return await again(done, deed, work);
  try {
    return await current.run({ deed, done }, work);
  } catch (error) {
    // A twin may have done it while this one waited: what it then stumbles over is its own deed.
    const meanwhile = error instanceof Refusal ? await findDone(client, deed) : null;
    if (!meanwhile) throw error;
    return await again(meanwhile, deed, work);
  }
}

async function again<Result>(done: AnsweredDeed, deed: Deed, work: () => Promise<Result>): Promise<Result> {
  assertAnswerable(done, deed);
  return await current.run({ deed, done }, work);
}

/** Does `work` as no part of the deed: what the server does on the way, and does again without harm. */
export const apart = <Result>(work: () => Promise<Result>): Promise<Result> =>
  current.run({ deed: null, done: null }, work);

/** The deed of this request that no transaction has taken yet; null for most. */
export function takeDeed(): Deed | null {
  const store = current.getStore();
  const deed = store?.deed ?? null;
  if (store) store.deed = null;
  return deed;
}

/**
 * What this deed was answered when it was done, for a command that knocks at others' doors before its transaction begins;
 * null where it was not done yet.
 */
export function answeredBefore<Result>(): { answer: Result } | null {
  const done = current.getStore()?.done ?? null;
  if (done) takeDeed();
  return done && { answer: answerOf<Result>(done) };
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
 * @throws Refusal as `asDeed`
 */
export async function once<Result>(tx: Db, deed: Deed, work: (tx: Db) => Promise<Result>): Promise<Result> {
  const done = await findDone(tx, deed);
  if (done) {
    assertAnswerable(done, deed);
    return answerOf<Result>(done);
  }
  const answer = await work(tx);
  await keep(tx, deed, deed.answersSecret ? null : answer);
  return answer;
}

function answerOf<Result>({ answer, seq }: AnsweredDeed): Result {
  if (seq !== null) noteRead(seq);
  // What was stored is this very command's answer, which is JSON; null stands for none.
  return (answer ?? undefined) as Result;
}

const findDone = (client: Db, { memberId, id }: Deed): Promise<AnsweredDeed | null> =>
  client.answeredDeed.findUnique({ where: { memberId_deedId: { memberId, deedId: id } } });

/**
 * What was kept before deeds had names is taken for the same: its sender has no other way to say so.
 *
 * @throws Refusal IDEMPOTENCY_KEY_REUSED where the id stands for something else, SECRET_SHOWN_ONCE where it was done and
 *   what it answered is not kept
 */
function assertAnswerable(done: AnsweredDeed, deed: Deed): void {
  const isOther =
    (done.operation !== null && done.operation !== deed.operation) ||
    (done.inputHash !== null && done.inputHash !== deed.inputHash);
  if (isOther) throw new Refusal("IDEMPOTENCY_KEY_REUSED");
  if (deed.answersSecret) throw new Refusal("SECRET_SHOWN_ONCE");
}

/** Also lets go of answers that nobody will ask for any more; who else does so at the same time is not waited for. */
async function keep(tx: Db, { memberId, id, operation, inputHash }: Deed, answer: unknown): Promise<void> {
  const json = JSON.stringify((answer ?? null) as Prisma.InputJsonValue | null);
  const kept = await tx.$executeRaw`
    WITH forgotten AS (
      DELETE FROM "AnsweredDeed" WHERE ("memberId", "deedId") IN (
        SELECT "memberId", "deedId" FROM "AnsweredDeed"
        WHERE at < now() - make_interval(days => ${KEPT_DAYS}::int)
        LIMIT 10 FOR UPDATE SKIP LOCKED)
    )
    INSERT INTO "AnsweredDeed" ("memberId", "deedId", operation, "inputHash", answer, seq)
    VALUES (${memberId}::uuid, ${id}::uuid, ${operation}, ${inputHash}, ${json}::jsonb, ${seqSoFar()}::int)
    ON CONFLICT DO NOTHING`;
  if (kept === 0) throw new DoneMeanwhile();
}
