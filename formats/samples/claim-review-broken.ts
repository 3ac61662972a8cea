import type { ClaimReviewCode } from "#formats/validators/claim-review-codes.ts";

type Json = Record<string, unknown>;

/** A review with nothing wrong in it, against which every broken one differs in one thing. */
export const soundReview = {
  "@context": "https://schema.org",
  "@type": "ClaimReview",
  url: "https://desk.example.jp/report#claim-1",
  claimReviewed: "朝市の来場者は過去最多だった",
  datePublished: "2026-11-23",
  author: { "@type": "Organization", name: "潮見新聞", url: "https://desk.example.jp" },
  reviewRating: { "@type": "Rating", alternateName: "不正確", ratingValue: 2, bestRating: 5, worstRating: 1 },
  itemReviewed: {
    "@type": "Claim",
    author: { "@type": "Person", name: "潮見町" },
    datePublished: "2026-10-12",
    appearance: [{ "@type": "CreativeWork", url: "https://news.example.jp/asaichi" }],
  },
} satisfies Json;

const review = (changes: Json): Json => without({ ...soundReview, ...changes });
const rating = (changes: Json) =>
  review({ reviewRating: without({ ...soundReview.reviewRating, ...changes }) });
const claim = (changes: Json) => review({ itemReviewed: without({ ...soundReview.itemReviewed, ...changes }) });

/** `record` without what is undefined, as JSON would have it. */
const without = (record: Json): Json =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

const second = { ...soundReview, url: "https://desk.example.jp/report#claim-2" };

/**
 * For every code a sample that breaks that rule and no other. MULTI and URL4 are about a page with several reviews,
 * and a page without anchors of its own is always one with several.
 */
export const BROKEN_REVIEWS: Record<ClaimReviewCode, unknown> = {
  CTX: review({ "@context": "https://www.schema.example" }),
  TYPE: review({ "@type": "Review" }),
  CR1: review({ claimReviewed: " " }),
  CR2: review({ claimReviewed: "𠮷".repeat(76) }),
  CR3: review({ claimReviewed: "不正確:朝市の来場者は過去最多だった" }),
  URL1: review({ url: "/report#claim-1" }),
  URL2: review({ url: "https://bit.ly/3xYz" }),
  URL3: review({ url: "https://elsewhere.example.org/report#claim-1" }),
  URL4: [soundReview, { ...second, url: "https://desk.example.jp/report" }],
  MULTI: [soundReview, second],
  RT0: review({ reviewRating: undefined }),
  RT1: rating({ alternateName: undefined, name: "不正確" }),
  RT2: rating({ alternateName: undefined }),
  RT3: rating({ ratingValue: "two" }),
  RT4: rating({ alternateName: "おおむね不正確", ratingValue: 2.5 }),
  RT5: rating({ worstRating: 0 }),
  RT6: rating({ bestRating: 1 }),
  RT7: rating({ bestRating: 3, worstRating: 3 - 0.5, ratingValue: 2 }),
  RT8: rating({ ratingValue: undefined }),
  RT9: rating({ bestRating: undefined }),
  RT10: rating({ alternateName: "ほぼ嘘" }),
  RT11: rating({ ratingValue: 4 }),
  AU1: review({ author: undefined }),
  AU2: review({ author: { "@type": "Organization" } }),
  AU3: review({ author: { "@type": "Robot", name: "潮見新聞" } }),
  DT1: review({ datePublished: undefined }),
  DT2: review({ datePublished: "2026-10-12 20:05 UTC" }),
  IR1: review({ itemReviewed: undefined }),
  IR2: claim({ "@type": "CreativeWork" }),
  CL1: claim({ appearance: undefined }),
  CL2: claim({ author: { "@type": "Person" } }),
  CL3: claim({ datePublished: undefined }),
  CL4: claim({ appearance: [{ "@type": "CreativeWork", url: "asaichi.html" }] }),
  CL5: claim({ datePublished: "2026-04-31" }),
  CL6: claim({ appearance: "https://news.example.jp/asaichi" }),
  CL7: claim({ author: { "@type": "Organization", name: "潮見新聞" } }),
};
