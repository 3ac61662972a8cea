import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimReviewExporter } from "#formats/exporters/claim-review.ts";
import { BROKEN_REVIEWS, soundReview } from "#formats/samples/claim-review-broken.ts";
import { sampleReport, settledSampleReport } from "#formats/samples/report.ts";
import { sampleScale } from "#formats/samples/report-scale.ts";
import { validateClaimReview } from "./claim-review.ts";
import { CLAIM_REVIEW_CODES, type ClaimReviewCode } from "./claim-review-codes.ts";

const context = { pageHost: "desk.example.jp", scale: sampleScale };
const codes = (value: unknown, given = context) => [
  ...new Set(validateClaimReview(value, given).map(({ code }) => code)),
];

/** RT4 needs a number no scale of whole steps has, so no scale is declared for it. */
const withoutScale = new Set<string>(["RT4"]);
/** What a sample can't help breaking too. */
const ALSO: Partial<Record<ClaimReviewCode, ClaimReviewCode[]>> = { URL4: ["MULTI", "URL4"] };

describe("validateClaimReview", () => {
  it("finds nothing wrong with a sound review", () => {
    expect(validateClaimReview(soundReview, context)).toEqual([]);
  });

  it.each(Object.keys(CLAIM_REVIEW_CODES) as ClaimReviewCode[])("finds %s and nothing else", (code) => {
    const given = withoutScale.has(code) ? { pageHost: context.pageHost } : context;
    expect(codes(BROKEN_REVIEWS[code], given as typeof context)).toEqual(ALSO[code] ?? [code]);
  });

  it("says level, path and meaning", () => {
    expect(validateClaimReview(BROKEN_REVIEWS.RT11, context)).toEqual([
      {
        code: "RT11",
        level: "error",
        path: "reviewRating.ratingValue",
        message: CLAIM_REVIEW_CODES.RT11[1],
      },
    ]);
    expect(validateClaimReview([soundReview, 1])).toMatchObject([
      { code: "MULTI" },
      { code: "TYPE", path: "1." },
    ]);
  });

  it.each([
    ["True", "It is true to life", ["CR3"]],
    ["True", "An untrue story", []],
    ["誤り", "町の負担がゼロという誤り", ["CR3"]],
  ])("looks for the label %s in %s", (alternateName, claimReviewed, expected) => {
    const reviewRating = { "@type": "Rating", alternateName };
    expect(
      codes({ ...soundReview, claimReviewed, reviewRating }, { pageHost: "desk.example.jp" } as never),
    ).toEqual(expected);
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.anything(), (value) => Array.isArray(validateClaimReview(value))));
  });

  it.each([sampleReport, settledSampleReport])("passes our own export without errors ($scope)", (report) => {
    for (const locale of ["ja", "en"] as const) {
      const written: unknown = JSON.parse(String(claimReviewExporter.write(report, locale)));
      const findings = validateClaimReview(written, context);
      expect(findings.filter(({ level }) => level === "error")).toEqual([]);
      // Several claims stand on one page, and not every claim has a date: the desk is told, nothing is invented.
      expect([...new Set(findings.map(({ code }) => code))].sort()).toEqual(["CL3", "MULTI"]);
    }
  });
});
