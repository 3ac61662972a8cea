import { codePointLength } from "#domain/offset.ts";
import type { Scale } from "#domain/scale.ts";
import { claimFindings } from "./claim-review-claim.ts";
import { type Finding, finding } from "./claim-review-codes.ts";
import { type Found, found } from "./claim-review-found.ts";
import { ratingFindings } from "./claim-review-rating.ts";
import { isDate, isRecord, type Json, textAt, webAddress } from "./json-ld.ts";

/** What is known about where the markup will stand. What is absent is not checked. */
export interface ClaimReviewContext {
  /** The host of the page the markup stands on. */
  pageHost?: string;
  /** The scale the ratings are declared to be from. */
  scale?: Scale;
}

/**
 * All that is wrong with a ClaimReview, or with an array of those that stand on one page, in the order of the text.
 * Anything may be given; what is no object is a TYPE finding. An empty answer is a clean file. Never throws.
 */
export function validateClaimReview(value: unknown, context: ClaimReviewContext = {}): Finding[] {
  const reviews = Array.isArray(value) ? value : [value];
  const several = reviews.length > 1 ? [finding("MULTI", "")] : [];
  return [
    ...several,
    ...anchorFindings(reviews),
    ...reviews.flatMap((review: unknown, index) =>
      reviewFindings(review, context).map(({ code, path }) =>
        finding(code, Array.isArray(value) ? `${index}.${path}` : path),
      ),
    ),
  ];
}

function reviewFindings(review: unknown, context: ClaimReviewContext): Found[] {
  if (!isRecord(review)) return [found("TYPE", "")];
  return [
    ...rootFindings(review),
    ...summaryFindings(review),
    ...addressFindings(review, context),
    ...ratingFindings(review, context.scale),
    ...authorFindings(review),
    ...dateFindings(review),
    ...claimFindings(review),
  ];
}

const CONTEXTS = new Set([
  "https://schema.org",
  "https://schema.org/",
  "http://schema.org",
  "http://schema.org/",
]);

function rootFindings(review: Json): Found[] {
  const context = textAt(review, "@context");
  return [
    ...(CONTEXTS.has(context ?? "") ? [] : [found("CTX", "@context")]),
    ...(textAt(review, "@type") === "ClaimReview" ? [] : [found("TYPE", "@type")]),
  ];
}

const LONGEST_CLAIM = 75;

function summaryFindings(review: Json): Found[] {
  const claim = textAt(review, "claimReviewed");
  if (!claim) return [found("CR1", "claimReviewed")];
  const rating = isRecord(review.reviewRating) ? review.reviewRating : {};
  const label = textAt(rating, "alternateName") ?? textAt(rating, "name");
  // A label of one character stands inside any text by chance.
  const holdsLabel = label !== null && codePointLength(label) > 1 && holdsWord(claim, label);
  return [
    ...(codePointLength(claim) > LONGEST_CLAIM ? [found("CR2", "claimReviewed")] : []),
    ...(holdsLabel ? [found("CR3", "claimReviewed")] : []),
  ];
}

/** Whether `text` says `word`, whole where the word is of letters that have spaces around words. */
function holdsWord(text: string, word: string): boolean {
  const [said, sought] = [text.toLowerCase(), word.toLowerCase()];
  if (!/^[\p{Script=Latin}\s]+$/u.test(word)) return said.includes(sought);
  return new RegExp(`(?<!\\p{L})${sought}(?!\\p{L})`, "u").test(said);
}

const SHORTENERS = new Set(
  "bit.ly t.co goo.gl g.co tinyurl.com ow.ly is.gd buff.ly amzn.to lnkd.in x.gd qr.paps.jp".split(" "),
);

function addressFindings(review: Json, { pageHost }: ClaimReviewContext): Found[] {
  const url = webAddress(review.url);
  if (!url) return [found("URL1", "url")];
  if (SHORTENERS.has(url.hostname.replace(/^www\./, ""))) return [found("URL2", "url")];
  const isElsewhere =
    pageHost !== undefined && url.hostname !== pageHost && !url.hostname.endsWith(`.${pageHost}`);
  return isElsewhere ? [found("URL3", "url")] : [];
}

/** Several reviews of one page are told apart by their anchors alone. */
function anchorFindings(reviews: readonly unknown[]): Finding[] {
  const seen = new Set<string>();
  return reviews.flatMap((review, index) => {
    const url = isRecord(review) ? webAddress(review.url) : null;
    if (!url || reviews.length === 1) return [];
    const isOwn = url.hash.length > 1 && !seen.has(url.href);
    seen.add(url.href);
    return isOwn ? [] : [finding("URL4", `${index}.url`)];
  });
}

function authorFindings({ author }: Json): Found[] {
  if (author === undefined) return [found("AU1", "author")];
  const authors: unknown[] = Array.isArray(author) ? author : [author];
  return authors.flatMap((one) => {
    if (!isRecord(one)) return [found("AU3", "author")];
    const isKnown = ["Organization", "NewsMediaOrganization", "Person"].includes(textAt(one, "@type") ?? "");
    const isNamed = textAt(one, "name") !== null || webAddress(one.url) !== null;
    return [...(isKnown ? [] : [found("AU3", "author.@type")]), ...(isNamed ? [] : [found("AU2", "author")])];
  });
}

function dateFindings({ datePublished }: Json): Found[] {
  if (datePublished === undefined || datePublished === "") return [found("DT1", "datePublished")];
  return isDate(datePublished) ? [] : [found("DT2", "datePublished")];
}
