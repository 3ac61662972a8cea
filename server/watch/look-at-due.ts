import type { Watch } from "#prisma/generated/client.ts";
import { db } from "#server/db.ts";
import { log } from "#server/log.ts";
import { type Border, look } from "./look.ts";

/** At once in one instance: most of a look is waiting for somebody else's server. */
const PARALLEL = 4;

/**
 * Looks at every address that is due. Any number of instances may do this at once: whoever takes a watch moves its next
 * look on in the same statement, so each look is made once, and one whose instance dies is made up for by the next.
 * Answers how many were looked at.
 */
export async function lookAtDue(border: Border = {}, now = new Date()): Promise<number> {
  let looks = 0;
  const takeTurns = async () => {
    while (!border.signal?.aborted) {
      const watch = await takeDue(now);
      if (!watch) return;
      looks += 1;
      try {
        await look(watch, border, now);
      } catch (error) {
        log().error({ err: error, articleId: watch.articleId }, "a look at an address failed");
      }
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, takeTurns));
  return looks;
}

/** One watch that is due, which is nobody else's until its next look; null where there is none. */
async function takeDue(now: Date): Promise<Watch | null> {
  const [watch] = await db().$queryRaw<Watch[]>`
    UPDATE "Watch" SET "nextAt" = ${now}::timestamptz + "everyMinutes" * interval '1 minute'
    WHERE "articleId" = (
      SELECT "articleId" FROM "Watch" WHERE "nextAt" <= ${now} AND "pausedAt" IS NULL
      ORDER BY "nextAt" LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING *`;
  return watch ?? null;
}
