import { expect, it } from "vitest";
import { SHIPPED_SCALES } from "#domain/scales/shipped-scales.ts";
import { db } from "#server/db.ts";
import { readScale, readScales } from "#server/reads/scale.ts";
import { makeActor } from "#server/test/actor.ts";
import { ensureScales } from "./seed-scales.ts";

it("puts every shipped scale in, also when several processes start at once, and once", async () => {
  await Promise.all([ensureScales(db()), ensureScales(db()), ensureScales(db())]);
  const scales = await readScales(await makeActor("viewer"));
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const shipped = SHIPPED_SCALES.map((scale) => ({
    ...scale,
    retired: false,
    ratings: scale.ratings.map((rating) => ({ ...rating, retired: false })),
  }));
  expect(scales.sort(byId)).toEqual(shipped.sort(byId));
});

it("leaves alone what a desk decided, and keeps old versions readable", async () => {
  const viewer = await makeActor("viewer");
  await ensureScales(db());
  await db().scale.update({ where: { id: "jfc" }, data: { retiredAt: new Date() } });
  const second = { scaleId: "fij", version: 2, nameJa: "第2版", nameEn: "Second" };
  await db().scaleVersion.create({ data: second });
  await ensureScales(db());
  const scales = await readScales(viewer);
  expect(scales.find(({ id }) => id === "jfc")?.retired).toBe(true);
  expect(scales.find(({ id }) => id === "fij")?.version).toBe(2);
  expect((await readScale(viewer, "fij", 1))?.ratings).toHaveLength(9);
  expect(await readScale(viewer, "fij", 3)).toBeNull();
});
