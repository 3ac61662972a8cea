import type { Anchor, PlacedAnchor } from "#domain/anchor.ts";
import type { Block } from "#domain/block.ts";
import { codePointLength, codePoints, sliceCodePoints } from "#domain/offset.ts";
import type { ReportClaim } from "#domain/report.ts";
import type { RichText } from "#domain/rich-text.ts";
import type { RatingColour } from "#domain/scale.ts";
import { sampleRating, sampleScale } from "./report-scale.ts";

/** Ids that say what they are of and stay the same: `0198…-0000-7000-8000-<kind><number>`. */
export const sampleId = (kind: "a" | "b" | "c" | "d" | "e" | "f", number: number) =>
  `01980000-0000-7000-8000-${kind}${String(number).padStart(11, "0")}`;

export const sampleRevisionId = sampleId("b", 1);
export const sampleArticleId = sampleId("a", 1);
export const sampleMember = { id: sampleId("f", 1), name: "佐藤 𠮷子", disabled: false };
const NOON = "2026-10-14T03:00:00.000Z";

/** The anchor of a claim without a place, by the last words it stood on. */
export const unplacedAnchor = (exact: string): Anchor => ({
  revisionId: sampleRevisionId,
  blockId: null,
  start: null,
  end: null,
  exact,
  prefix: "",
  suffix: "",
  state: "needs_placing",
});

/** The anchor of `exact` in `block`, found by its first occurrence; `state` as given. */
export function anchorOf(
  blocks: readonly Block[],
  blockId: string,
  exact: string,
  state: "exact" | "moved" = "exact",
): PlacedAnchor {
  const block = blocks.find((candidate) => candidate.id === blockId);
  const at = block?.text.indexOf(exact) ?? -1;
  if (!block || at < 0) throw new Error(`The sample's block ${blockId} does not say ${exact}`);
  const start = codePoints(block.start + codePointLength(block.text.slice(0, at)));
  const end = codePoints(start + codePointLength(exact));
  const before = sliceCodePoints(block.text, codePoints(0), codePoints(start - block.start));
  const after = block.text.slice(at + exact.length);
  const prefix = [...before].slice(-8).join("");
  const suffix = [...after].slice(0, 8).join("");
  return { revisionId: sampleRevisionId, blockId, start, end, exact, prefix, suffix, state };
}

/** A verdict of the sample's own author on claim `number`; a null rating is one still being written. */
export function verdictOf(
  number: number,
  colour: RatingColour | null,
  summary: string,
  rationale: RichText | null = null,
): NonNullable<ReportClaim["verdict"]> {
  return {
    id: sampleId("d", number),
    claimId: sampleId("c", number),
    state: "draft",
    rating: colour,
    ratingDetail: colour ? sampleRating(colour) : null,
    scaleId: sampleScale.id,
    scaleVersion: sampleScale.version,
    summary,
    rationale,
    author: sampleMember,
    updatedAt: NOON,
    version: 1,
  };
}

/** Evidence `number` on claim `claim`, with what matters given and the rest plain. */
export function evidenceOf(
  claim: number,
  number: number,
  given: Partial<Omit<ReportClaim["evidence"][number], "source">> & {
    source: Partial<ReportClaim["evidence"][number]["source"]>;
  },
): ReportClaim["evidence"][number] {
  const { source, ...detail } = given;
  return {
    id: sampleId("e", claim * 100 + number),
    claimId: sampleId("c", claim),
    number,
    stance: "context",
    primary: false,
    quote: null,
    locator: null,
    note: null,
    addedBy: sampleMember,
    addedAt: NOON,
    version: 1,
    ...detail,
    source: {
      id: sampleId("e", 90_000 + claim * 100 + number),
      type: "webpage",
      title: "潮見町 広報",
      url: null,
      publisher: null,
      author: null,
      issued: null,
      accessed: null,
      uses: 1,
      version: 1,
      ...source,
    },
  };
}

/** Claim `number` at `anchor`, with what matters given and the rest plain. */
export function claimOf(number: number, anchor: Anchor, given: Partial<ReportClaim> = {}): ReportClaim {
  const evidence = given.evidence ?? [];
  return {
    id: sampleId("c", number),
    articleId: sampleArticleId,
    number,
    anchor,
    stale: null,
    statement: "",
    claimant: "",
    saidOn: null,
    saidWhere: "",
    kinds: [],
    priority: "normal",
    workState: "settled",
    assignee: null,
    verdict: null,
    evidence,
    createdBy: sampleMember,
    createdAt: NOON,
    updatedAt: NOON,
    version: 1,
    ...given,
    evidenceCount: evidence.length,
  };
}
