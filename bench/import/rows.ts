import type { BenchRow } from "../bench.ts";

/** Whose value a row is; only our own have goals. */
export const OURS = "uratori";

export interface Goal {
  most?: number;
  least?: number;
}

/** One row of the table; a goal of a row with no value (nothing was measured) is not missed. */
export function rowOf(
  name: string,
  subject: string,
  metric: string,
  value: number,
  unit: string,
  { most, least }: Goal = {},
): BenchRow {
  const row = { bench: "import", case: name, subject, metric, value, unit };
  if (subject !== OURS || Number.isNaN(value)) return row;
  if (most !== undefined) return { ...row, goal: `≤ ${most}`, ok: value <= most };
  if (least !== undefined) return { ...row, goal: `≥ ${least}`, ok: value >= least };
  return row;
}
