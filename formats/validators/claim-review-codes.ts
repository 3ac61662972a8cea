/** How much a finding matters: an error makes readers of ClaimReview drop or misread it, a warning costs reach. */
export type Level = "error" | "warning";

/**
 * Everything the validator can find, each with its level and one line of meaning.
 * Sources: Google's "Fact Check (ClaimReview) structured data" guide, schema.org 30.0, Full Fact's markup notes.
 */
export const CLAIM_REVIEW_CODES = {
  CTX: ["error", "`@context` is not exactly schema.org"],
  TYPE: ["error", "the root's `@type` is not ClaimReview (a `@graph` is not read)"],
  CR1: ["error", "`claimReviewed` is missing or empty"],
  CR2: ["warning", "`claimReviewed` is longer than 75 characters"],
  CR3: ["warning", "`claimReviewed` holds the rating's own label"],
  URL1: ["error", "`url` is missing or not an absolute http(s) address"],
  URL2: ["error", "`url` is a shortener's address: redirects are not followed"],
  URL3: ["error", "`url` is on another host than the page's or a subdomain of it"],
  URL4: ["warning", "several reviews are on one page and this `url` has no `#anchor` of its own"],
  MULTI: ["warning", "several ClaimReviews on one page: none is shown as the page's single result"],
  RT0: ["error", "`reviewRating` is missing or not a Rating"],
  RT1: ["warning", "`alternateName` is missing and `name` stands in for it"],
  RT2: ["error", "the rating has no label"],
  RT3: ["error", "`ratingValue`, `bestRating` or `worstRating` is not a number"],
  RT4: ["warning", "`ratingValue` is not a whole number"],
  RT5: ["error", "`worstRating` is less than 1"],
  RT6: ["error", "`bestRating` is not greater than `worstRating`"],
  RT7: ["error", "`ratingValue` is outside worst to best"],
  RT8: ["warning", "the rating has no number although its scale gives one"],
  RT9: ["warning", "`ratingValue` stands without `bestRating` or `worstRating`"],
  RT10: ["error", "the label is not in the declared scale"],
  RT11: ["error", "the number is not the one the declared scale gives the label"],
  AU1: ["warning", "`author`, the publisher of the fact check, is missing"],
  AU2: ["error", "`author` has neither name nor address"],
  AU3: ["error", "`author` is not an Organization or a Person"],
  DT1: ["warning", "`datePublished` is missing"],
  DT2: ["warning", "`datePublished` is not an ISO 8601 date"],
  IR1: ["warning", "`itemReviewed` is missing"],
  IR2: ["warning", "`itemReviewed` is not a Claim (CreativeWork is the old pattern)"],
  CL1: ["warning", "the claim has neither `appearance` nor `firstAppearance`"],
  CL2: ["error", "a claimant has no name"],
  CL3: ["warning", "the claim has no date"],
  CL4: ["error", "an appearance has no absolute http(s) address"],
  CL5: ["error", "the claim's date is not an ISO 8601 date"],
  CL6: ["warning", "an appearance is a bare address; schema.org wants a CreativeWork"],
  CL7: ["warning", "the claimant is the publisher of the fact check"],
} as const satisfies Record<string, readonly [Level, string]>;

export type ClaimReviewCode = keyof typeof CLAIM_REVIEW_CODES;

/** One thing wrong with one review. `path` is where, from the file's root (`0.reviewRating.ratingValue`). */
export interface Finding {
  code: ClaimReviewCode;
  level: Level;
  path: string;
  message: string;
}

/** A finding in the words of the table above. */
export const finding = (code: ClaimReviewCode, path: string): Finding => {
  const [level, message] = CLAIM_REVIEW_CODES[code];
  return { code, level, path, message };
};
