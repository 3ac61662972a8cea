import type { Locale } from "#domain/localized.ts";
import type { Report, ReportClaim } from "#domain/report.ts";
import { ratingTotals } from "#domain/report-totals.ts";
import type { Rating } from "#domain/scale.ts";
import type { RationaleNode } from "#editor/rationale-node.ts";
import { claimFacts, reportFacts, scopeNotice, sourceLine } from "../claim-facts.ts";
import { methodOf } from "../method.ts";
import { RATING_PAINT } from "../rating-paint.ts";
import { evidenceNumber, rationaleOf } from "../rationale-of.ts";
import { WORDS } from "../words.ts";
import { printableBlocks } from "./printable-blocks.ts";
import { printableText } from "./printable-text.ts";

/** A rating as the template draws it. */
const stampOf = (rating: Rating | null, locale: Locale) =>
  rating
    ? {
        label: rating.label[locale],
        shape: RATING_PAINT[rating.colour].shape,
        ink: RATING_PAINT[rating.colour].light,
      }
    : { label: WORDS[locale].noRating, shape: "none", ink: "#5f5a51" };

/**
 * The report as `report.typ` reads it: nothing left to look up, every word in the report's language. Characters no
 * face can print are replaced on the way out, so that quotes keep their letters and lose only controls.
 */
export function printable(report: Report, locale: Locale) {
  return cleaned(printableReport(report, locale));
}

function printableReport(report: Report, locale: Locale) {
  const words = WORDS[locale];
  const { article, scope } = report;
  const texts = new Map(report.revision.blocks.map(({ id, text }) => [id, text]));
  return {
    lang: locale,
    articleLang: article.language.split("-")[0] ?? locale,
    title: article.title,
    desk: report.desk,
    date: report.generatedAt.slice(0, 10).split("-").map(Number),
    isDraft: scope === "draft",
    notice: scopeNotice(report, locale),
    words: {
      kicker: words.factCheckOf,
      draft: words.draft,
      summary: words.summary,
      totals: words.totals,
      rating: words.rating,
      count: words.count,
      articleText: words.articleText,
      claims: words.claims,
      noClaims: words.noClaims,
      rationale: words.rationale,
      evidence: words.evidence,
      noEvidence: words.noEvidence,
      needsPlacing: words.needsPlacing,
      dismissed: words.dismissed,
      reason: words.reason,
      methodology: words.methodology,
      definitions: words.scaleDefinitions,
      definition: words.definition,
    },
    facts: reportFacts(report, locale),
    totals: ratingTotals(report).map(({ rating, count }) => ({ stamp: stampOf(rating, locale), count })),
    blocks: printableBlocks(report),
    claims: report.claims.map((claim) => printableClaim(claim, locale)),
    dismissed: report.dismissals.map(({ blockId, reason }) => ({
      text: texts.get(blockId) ?? "",
      reason: words.reasons[reason],
    })),
    method: methodOf(report, locale),
    scales: report.scales.map((scale) => ({
      name: scale.name[locale],
      address: scale.url,
      publisher: scale.publisher,
      ratings: scale.ratings.map((rating) => ({
        stamp: stampOf(rating, locale),
        definition: rating.definition[locale],
      })),
    })),
  };
}

function printableClaim(claim: ReportClaim, locale: Locale) {
  const words = WORDS[locale];
  return {
    number: claim.number,
    title: words.claim(claim.number),
    stamp: stampOf(claim.verdict?.ratingDetail ?? null, locale),
    quote: claim.anchor.exact,
    isPlaced: claim.anchor.state !== "needs_placing",
    summary: claim.verdict?.summary ?? "",
    facts: claimFacts(claim, locale),
    rationale: (rationaleOf(claim)?.content ?? []).map((node) => numbered(node, claim)),
    sources: claim.evidence.map((item) => ({
      number: item.number,
      tags: [words.stances[item.stance], item.primary ? words.primary : words.secondary],
      title: item.source.title,
      address: item.source.url,
      line: sourceLine(item, locale),
      quote: item.quote ?? "",
      details: [
        { label: words.locator, value: item.locator ?? "" },
        { label: words.note, value: item.note ?? "" },
      ].filter(({ value }) => value !== ""),
    })),
  };
}

/** A rationale node with every citation's number in the place of its evidence's id; null for evidence that is gone. */
function numbered(node: RationaleNode, claim: ReportClaim): unknown {
  if (node.type === "citation") {
    return { type: "citation", number: evidenceNumber(claim, node.attrs.evidenceId) };
  }
  if (!("content" in node)) return node;
  return { ...node, content: node.content.map((child) => numbered(child, claim)) };
}

/** `value` with every text in it made printable. */
function cleaned(value: unknown): unknown {
  if (typeof value === "string") return printableText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)]));
}
