import type { Rating, Scale } from "#domain/scale.ts";

/** A scale as it comes with the product: the version is part of it, and what was once published is never reworded. */
export type ScaleDefinition = Omit<Scale, "retired" | "ratings"> & { ratings: Omit<Rating, "retired">[] };
