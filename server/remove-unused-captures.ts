import { UNUSED_CAPTURE_DAYS } from "#domain/capture.ts";
import { db } from "#server/db.ts";

const DAY_MS = 24 * 60 * 60_000;

/** Removes captures that nobody made anything of for a week. Answers how many. */
export async function removeUnusedCaptures(now = new Date()): Promise<number> {
  const { count } = await db().capture.deleteMany({
    where: {
      fetchedAt: { lt: new Date(now.getTime() - UNUSED_CAPTURE_DAYS * DAY_MS) },
      revisions: { none: {} },
      drafts: { none: {} },
      changes: { none: {} },
    },
  });
  return count;
}
