import type { PlacedAnchor } from "#domain/anchor.ts";
import type { Claim } from "#domain/claim.ts";
import { codePoints } from "#domain/offset.ts";

export const sampleMember = {
  id: "01900000-0000-7000-8000-000000000002",
  name: "佐藤",
  disabled: false,
};
const at = "2026-11-23T00:00:00.000Z";

/** Where a claim for tests stands in its text, in code points. */
export const sampleAnchor = (start: number, end: number): PlacedAnchor => ({
  revisionId: "01900000-0000-7000-8000-00000000000b",
  blockId: "b1",
  start: codePoints(start),
  end: codePoints(end),
  exact: "あ",
  prefix: "",
  suffix: "",
  state: "exact",
});

/** A claim nobody has worked on yet, for tests, with what a test is about in `more`. */
export const sampleClaim = (more: Partial<Claim> = {}): Claim => ({
  id: "01900000-0000-7000-8000-00000000000c",
  articleId: "01900000-0000-7000-8000-00000000000a",
  number: 1,
  anchor: sampleAnchor(0, 1),
  stale: null,
  statement: "",
  claimant: "",
  saidOn: null,
  saidWhere: "",
  kinds: [],
  priority: "normal",
  workState: "to_check",
  assignee: null,
  verdict: null,
  evidence: [],
  evidenceCount: 0,
  openThreads: 0,
  createdBy: sampleMember,
  createdAt: at,
  updatedAt: at,
  version: 1,
  abilities: { update: true, delete: true, settle: true },
  ...more,
});
