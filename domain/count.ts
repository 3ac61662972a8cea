import { z } from "zod";

/** The largest whole number that a column of ours holds: PostgreSQL's `integer`. */
const LARGEST_COUNT = 2_147_483_647;

/** A whole number that is looked for among those we keep, where nothing is above the largest we could. */
export const countSchema = z.number().int().min(0).max(LARGEST_COUNT);

/** Which version of a thing its writer saw. */
export const versionSchema = countSchema.min(1);

/** A moment that is looked for among those we keep: ISO 8601 in UTC, from the year 1, where PostgreSQL's calendar begins. */
export const momentTextSchema = z.iso.datetime().refine((text) => !text.startsWith("0000"), {
  params: { why: "no_such_day" },
});
