import type { W3cSelector } from "#domain/anchoring/selector.ts";
import type { AnnotatedWords, ForeignAnnotation } from "#domain/annotation.ts";
import { CLAIM_KINDS, type ClaimKind } from "#domain/claim.ts";
import { MAX_COMMENT_LENGTH } from "#domain/comment.ts";
import { withoutHidden } from "#domain/name-text.ts";
import { codePointLength, codePoints, sliceCodePoints } from "#domain/offset.ts";
import { cutTo, textOf } from "./json-value.ts";
import type { Notes } from "./notes.ts";

/** An annotation that says nothing but which words it is about. */
export const bareAnnotation = (place: {
  selectors: W3cSelector[];
  words: AnnotatedWords;
}): ForeignAnnotation => ({
  id: null,
  page: null,
  ...place,
  positionUnit: "code_points",
  author: "",
  writtenAt: null,
  comment: "",
  statement: "",
  claimant: "",
  saidOn: null,
  saidWhere: "",
  kinds: [],
  priority: "normal",
  finding: null,
  evidence: [],
});

/** In UTF-16 units. */
const LONGEST_AUTHOR = 200;

/** Who wrote something, as one line; empty where it does not say. */
export const authorOf = (name: unknown): string =>
  cutTo(withoutHidden(textOf(name)).name.replace(/\s+/gu, " "), LONGEST_AUTHOR).text;

/** A comment with as many code points as one may have; what is cut is noted. */
export function commentOf(parts: readonly string[], notes: Notes): string {
  const text = parts.filter((part) => part.trim() !== "").join("\n\n");
  const length = codePointLength(text);
  if (length <= MAX_COMMENT_LENGTH) return text;
  notes.add("cut");
  return `${sliceCodePoints(text, codePoints(0), codePoints(MAX_COMMENT_LENGTH - 1))}…`;
}

/** The kinds of claim that keywords name in our own words for them; what names none is noted. */
export function kindsOf(tags: readonly unknown[], notes: Notes): ClaimKind[] {
  const named = new Set(tags.map((tag) => textOf(tag).toLowerCase()).filter(Boolean));
  const kinds = CLAIM_KINDS.filter((kind) => named.has(kind));
  notes.add("tag", named.size - kinds.length);
  return kinds;
}
