import type { Claim, ClaimKind, Priority, WorkState } from "#domain/claim.ts";

/**
 * Everything about a claim that is saved field by field, with the type each holds. Summary and rationale are none of
 * these: they are written together (`components/prose/`).
 */
export interface FieldValues {
  statement: string;
  claimant: string;
  saidOn: string | null;
  saidWhere: string;
  kinds: ClaimKind[];
  priority: Priority;
  assigneeId: string | null;
  workState: WorkState;
  rating: string | null;
}

export type FieldName = keyof FieldValues;

/** The field that belongs to the verdict and carries its version; the rest carry the claim's. */
export const isVerdictField = (field: FieldName): field is "rating" => field === "rating";

export const FIELD_NAMES: readonly FieldName[] = [
  "statement",
  "claimant",
  "saidOn",
  "saidWhere",
  "kinds",
  "priority",
  "assigneeId",
  "workState",
  "rating",
];

/** All fields of `claim` as they are on the server. */
export function fieldValuesOf(claim: Claim): FieldValues {
  const { statement, claimant, saidOn, saidWhere, kinds, priority, workState, verdict } = claim;
  return {
    statement,
    claimant,
    saidOn,
    saidWhere,
    kinds,
    priority,
    workState,
    assigneeId: claim.assignee?.id ?? null,
    rating: verdict?.rating ?? null,
  };
}

/** The version a change of `field` must carry. A verdict that is not there yet has version 0. */
export const fieldVersionOf = (claim: Claim, field: FieldName): number =>
  isVerdictField(field) ? (claim.verdict?.version ?? 0) : claim.version;
