import { READING_HOURS } from "#domain/machine-reading.ts";
import { db } from "#server/db.ts";

const HOUR_MS = 60 * 60_000;

/** Removes readings, with their pages, that nobody made an article of in time. Answers how many. */
export async function removeUnusedReadings(now = new Date()): Promise<number> {
  const { count } = await db().reading.deleteMany({
    where: {
      createdAt: { lt: new Date(now.getTime() - READING_HOURS * HOUR_MS) },
      revisions: { none: {} },
      drafts: { none: {} },
    },
  });
  return count;
}
