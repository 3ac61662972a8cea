import { type Found, found } from "./claim-review-found.ts";
import { isDate, isRecord, type Json, textAt, webAddress } from "./json-ld.ts";

const PATH = "itemReviewed";

/** What is wrong with the claim a review is about: who said it, when and where. All of it is recommended, not required. */
export function claimFindings(review: Json): Found[] {
  const claim = review.itemReviewed;
  if (!isRecord(claim)) return [found("IR1", PATH)];
  return [
    ...(textAt(claim, "@type") === "Claim" ? [] : [found("IR2", `${PATH}.@type`)]),
    ...listOf(claim.author).flatMap((author) => claimantFindings(author, review)),
    ...dateFindings(claim),
    ...appearanceFindings(claim),
  ];
}

const listOf = (value: unknown): unknown[] => {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
};

function claimantFindings(claimant: unknown, review: Json): Found[] {
  const name = isRecord(claimant) ? textAt(claimant, "name") : null;
  if (!name) return [found("CL2", `${PATH}.author.name`)];
  const publishers = listOf(review.author).map((author) =>
    isRecord(author) ? textAt(author, "name") : null,
  );
  return publishers.includes(name) ? [found("CL7", `${PATH}.author.name`)] : [];
}

function dateFindings({ datePublished }: Json): Found[] {
  if (datePublished === undefined || datePublished === "") return [found("CL3", `${PATH}.datePublished`)];
  return isDate(datePublished) ? [] : [found("CL5", `${PATH}.datePublished`)];
}

function appearanceFindings(claim: Json): Found[] {
  const appearances = [...listOf(claim.firstAppearance), ...listOf(claim.appearance)];
  if (appearances.length === 0) return [found("CL1", `${PATH}.appearance`)];
  return appearances.flatMap((appearance) => {
    const isBare = typeof appearance === "string";
    const address = webAddress(isRecord(appearance) ? appearance.url : appearance);
    if (!address) return [found("CL4", `${PATH}.appearance.url`)];
    return isBare ? [found("CL6", `${PATH}.appearance`)] : [];
  });
}
