import type { Claim, ClaimKind, Priority, WorkState } from "#domain/claim.ts";
import { parseRationale } from "#editor/parse-rationale.ts";
import type { Rationale } from "#editor/rationale-node.ts";

/** Everything about a claim that is saved field by field, with the type each holds. */
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
  summary: string;
  rationale: Rationale | null;
}

export type FieldName = keyof FieldValues;

/** The fields that belong to the verdict and carry its version; the rest carry the claim's. */
const VERDICT_FIELDS: ReadonlySet<FieldName> = new Set(["rating", "summary", "rationale"]);

export const isVerdictField = (field: FieldName): field is "rating" | "summary" | "rationale" =>
  VERDICT_FIELDS.has(field);

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
  "summary",
  "rationale",
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
    summary: verdict?.summary ?? "",
    rationale: rationaleOf(claim),
  };
}

/** The version a change of `field` must carry. A verdict that is not there yet has version 0. */
export const fieldVersionOf = (claim: Claim, field: FieldName): number =>
  isVerdictField(field) ? (claim.verdict?.version ?? 0) : claim.version;

/** In the one form that parsing gives, so that comparing two says whether a person changed something. */
export function rationaleOf(claim: Pick<Claim, "verdict">): Rationale | null {
  if (!claim.verdict?.rationale) return null;
  const parsed = parseRationale(claim.verdict.rationale);
  return parsed.ok ? parsed.rationale : null;
}
