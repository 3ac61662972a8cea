import { isSettled } from "#domain/claim.ts";
import type { Locale } from "#domain/localized.ts";
import { parsedUrl } from "#domain/parsed-url.ts";
import type { Report, ReportClaim } from "#domain/report.ts";
import { RATING_VALUE_RANGE } from "#domain/scale.ts";
import type { Exporter } from "./exporter.ts";
import { jsonForHtml } from "./json-for-html.ts";
import { shortenedTo } from "./shortened.ts";

/**
 * schema.org ClaimReview as JSON-LD: an array with one complete object a claim.
 *
 * Each object has `@context` and `@type` at its own root and no `@graph`, because Google reads a ClaimReview only
 * there; whoever publishes the report puts each object into a `script` of its own (docs/formats/claim-review.md).
 * Only claims that are settled and rated are written, whatever the report's scope: this format has no word for draft.
 */
export const claimReviewExporter: Exporter = {
  id: "jsonld",
  mediaType: "application/ld+json; charset=utf-8",
  extension: "jsonld",
  name: { ja: "ClaimReview(JSON-LD)", en: "ClaimReview (JSON-LD)" },
  drops: [
    {
      ja: "判定が確定した主張だけを書き出します。下書きの判定は含まれません。",
      en: "Only claims that are settled and rated are written; drafts are left out.",
    },
    {
      ja: "主張は75字までに縮めます。判定の理由の全文、記事の本文、対象外の項目は載りません。",
      en: "A claim is cut to 75 characters; full rationale, article text and dismissed bullets are left out.",
    },
    {
      ja: "根拠が支持か反証か、一次か二次かは載りません。発言者は人として書き出します。",
      en: "Stance and primary or secondary are lost; a claimant is written as a person.",
    },
  ],
  write: (report, locale) => `${jsonForHtml(claimReviews(report, locale))}\n`,
};

/** One JSON-LD object; keys that have nothing to say are absent. */
type JsonLd = { [key: string]: string | number | JsonLd | JsonLd[] };

/** Google's recommended limit for `claimReviewed`, in code points. */
const CLAIM_LENGTH = 75;

/** The report's settled and rated claims as ClaimReview objects, in text order. */
function claimReviews(report: Report, locale: Locale): JsonLd[] {
  return report.claims
    .filter(isSettled)
    .map((claim) => claimReview(claim, report, locale))
    .filter((review) => review !== null);
}

function claimReview(claim: ReportClaim, report: Report, locale: Locale): JsonLd | null {
  const rating = claim.verdict?.ratingDetail;
  if (!rating || !claim.verdict) return null;
  const url = claimAddress(claim, report);
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "@id": url,
    url,
    inLanguage: locale,
    claimReviewed: shortenedTo(claim.statement || claim.anchor.exact, CLAIM_LENGTH),
    datePublished: report.generatedAt.slice(0, 10),
    author: { "@type": "Organization", ...filled("name", report.desk), url: encoded(report.baseUrl) },
    reviewRating: {
      "@type": "Rating",
      alternateName: rating.label[locale],
      ...filled("ratingExplanation", claim.verdict.summary),
      // A rating that says nothing about truth (unsupported, withheld) has no number: any would be a lie.
      ...(rating.value === null
        ? {}
        : {
            ratingValue: rating.value,
            bestRating: RATING_VALUE_RANGE.best,
            worstRating: RATING_VALUE_RANGE.worst,
          }),
    },
    itemReviewed: {
      "@type": "Claim",
      "@id": encoded(`${report.baseUrl}/articles/${report.article.id}?claim=${claim.id}`),
      ...(claim.claimant ? { author: { "@type": "Person", name: claim.claimant } } : {}),
      ...filled("datePublished", claim.saidOn),
      ...appearance(report),
    },
    ...citations(claim),
  };
}

/**
 * Where the report page shows the claim. Numbers count within a scope, and the page without one shows drafts, so a
 * settled report's address says so; otherwise `#claim-3` could lead to another claim.
 */
function claimAddress({ number }: ReportClaim, { baseUrl, article, scope }: Report): string {
  const query = scope === "settled" ? "?scope=settled" : "";
  return encoded(`${baseUrl}/articles/${article.id}/report${query}#claim-${number}`);
}

/** The article, where its address is known. schema.org's range is a work and not a bare address. */
function appearance({ article }: Report): JsonLd {
  if (!article.url) return {};
  return {
    appearance: [
      {
        "@type": "CreativeWork",
        url: encoded(article.url),
        headline: article.title,
        ...filled("datePublished", article.publishedAt),
        ...(article.publisher ? { publisher: { "@type": "Organization", name: article.publisher } } : {}),
      },
    ],
  };
}

/** The claim's sources. `creditText` carries an author line that does not say whether it names people or bodies. */
function citations({ evidence }: ReportClaim): JsonLd {
  if (evidence.length === 0) return {};
  return {
    citation: evidence.map(({ source }) => ({
      "@type": "CreativeWork",
      name: source.title,
      ...(source.url ? { url: encoded(source.url) } : {}),
      ...filled("creditText", source.author),
      ...filled("datePublished", source.issued),
      ...(source.publisher ? { publisher: { "@type": "Organization", name: source.publisher } } : {}),
    })),
  };
}

const filled = (key: string, value: string | null): JsonLd => (value ? { [key]: value } : {});

/** An address in ASCII, as it stands in a header or a link; one that can't be parsed stays as it is. */
const encoded = (address: string): string => parsedUrl(address)?.href ?? address;
