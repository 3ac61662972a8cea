import { db } from "#server/db.ts";
import { ensureScales } from "#server/scales/seed-scales.ts";

/** Run at every start, after the migrations: articles can't be made without a rating scale. */
try {
  await ensureScales(db());
} finally {
  await db().$disconnect();
}
