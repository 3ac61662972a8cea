import type { Rating, Scale } from "#domain/scale.ts";
import { type Found, found } from "./claim-review-found.ts";
import { isRecord, type Json, textAt } from "./json-ld.ts";

const PATH = "reviewRating";

/** What is wrong with a review's rating by itself and, where `scale` is given, against the scale it claims to be of. */
export function ratingFindings(review: Json, scale: Scale | undefined): Found[] {
  const rating = review.reviewRating;
  if (!isRecord(rating) || textAt(rating, "@type") !== "Rating") return [found("RT0", PATH)];
  const numbers = {
    value: numberAt(rating, "ratingValue"),
    best: numberAt(rating, "bestRating"),
    worst: numberAt(rating, "worstRating"),
  };
  const broken = Object.values(numbers).some(Number.isNaN);
  return [
    ...labelFindings(rating),
    ...(broken ? [found("RT3", PATH)] : rangeFindings(numbers)),
    ...(scale && !broken ? scaleFindings(rating, numbers.value, scale) : []),
  ];
}

function labelFindings(rating: Json): Found[] {
  if (textAt(rating, "alternateName")) return [];
  return [found(textAt(rating, "name") ? "RT1" : "RT2", `${PATH}.alternateName`)];
}

interface Numbers {
  value: number | null;
  best: number | null;
  worst: number | null;
}

function rangeFindings({ value, best, worst }: Numbers): Found[] {
  const findings: Found[] = [];
  if (worst !== null && worst < 1) findings.push(found("RT5", `${PATH}.worstRating`));
  const isInverted = best !== null && worst !== null && best <= worst;
  if (isInverted) findings.push(found("RT6", `${PATH}.bestRating`));
  if (value === null) return findings;
  if (!Number.isInteger(value)) findings.push(found("RT4", `${PATH}.ratingValue`));
  if (best === null || worst === null) findings.push(found("RT9", PATH));
  const isOutside = (best !== null && value > best) || (worst !== null && value < worst);
  if (isOutside && !isInverted) findings.push(found("RT7", `${PATH}.ratingValue`));
  return findings;
}

function scaleFindings(rating: Json, value: number | null, scale: Scale): Found[] {
  const label = textAt(rating, "alternateName") ?? textAt(rating, "name");
  if (!label) return [];
  const declared = scale.ratings.find((one: Rating) => one.label.ja === label || one.label.en === label);
  if (!declared) return [found("RT10", `${PATH}.alternateName`)];
  if (value === declared.value) return [];
  return [found(value === null ? "RT8" : "RT11", `${PATH}.ratingValue`)];
}

/** The number at `key`: null where absent, NaN where it is no number. Publishers write numbers as text too. */
function numberAt(record: Json, key: string): number | null {
  const value = record[key];
  if (value === undefined || value === null) return null;
  if (typeof value === "number") return value;
  return typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
}
