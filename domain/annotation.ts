import { z } from "zod";
import type { W3cSelector } from "./anchoring/selector.ts";
import type { ClaimKind, Priority } from "./claim.ts";
import type { EvidenceDraft } from "./evidence.ts";
import type { RichText } from "./rich-text.ts";

/** What annotations come in as: W3C Web Annotation (JSON-LD), what Hypothesis writes, and our own report as JSON. */
export const ANNOTATION_FORMATS = ["w3c", "hypothesis", "report"] as const;
export const annotationFormatSchema = z.enum(ANNOTATION_FORMATS);
export type AnnotationFormat = z.infer<typeof annotationFormatSchema>;

/** The most a file of annotations may weigh, in bytes (of UTF-8 where it was sent as text). */
export const MAX_ANNOTATIONS_BYTES = 5 * 1024 * 1024;

/** The most annotations of one file: more are a corpus, not the work on an article. */
export const MAX_ANNOTATIONS = 5_000;

/**
 * What stood in a file of annotations and is not brought:
 * - `reply`: an answer to another annotation; `page_note`: speaks of a whole page and not of words in it;
 * - `no_words`: says where without saying which words, so nothing could prove the place;
 * - `too_long`: more words than one claim may have; `repeated`: the same annotation on the same words again;
 * - `other_motivation`: marks no statement (a bookmark, a link, a correction of the text);
 * - `malformed`: none that we can read; `not_inline`: a page of a collection that would have to be fetched;
 * - `media`, `external_body`, `other_body`: a part of an annotation that is no text of its own;
 * - `tag`: a keyword that is no kind of claim; `markup`: a text of which only the words are kept;
 * - `cut`: a text longer than it may be here, of which the beginning is kept;
 * - `source`: evidence without a title or with an address nobody can open;
 * - `rationale`: a text that does not keep the rules of ours; `rating`: one that the article's scale does not have.
 */
export const ANNOTATION_NOTE_KINDS = [
  "reply",
  "page_note",
  "no_words",
  "too_long",
  "repeated",
  "other_motivation",
  "malformed",
  "not_inline",
  "media",
  "external_body",
  "other_body",
  "tag",
  "markup",
  "cut",
  "source",
  "rationale",
  "rating",
] as const;
export type AnnotationNoteKind = (typeof ANNOTATION_NOTE_KINDS)[number];

/** So many of a kind are not brought. At most one note a kind. */
export const annotationNoteSchema = z.object({
  what: z.enum(ANNOTATION_NOTE_KINDS),
  count: z.number().int().min(1),
});
export type AnnotationNote = z.infer<typeof annotationNoteSchema>;

/** The words an annotation is about. `prefix` and `suffix`: what stood directly beside them, empty where it does not say. */
export interface AnnotatedWords {
  exact: string;
  prefix: string;
  suffix: string;
}

/** A finding that came along. `rating` is a key of the scale `scaleId`, which may not be the article's. */
export interface ForeignFinding {
  scaleId: string;
  rating: string | null;
  summary: string;
  /** In our rationale schema; its citations are ids of `ForeignAnnotation.evidence`. */
  rationale: RichText | null;
}

/** A piece of evidence that came along, under the id it had there. */
export interface ForeignEvidence extends Omit<EvidenceDraft, "id" | "source"> {
  id: string;
  source: Exclude<EvidenceDraft["source"], { id: string }>;
}

/** One annotation made elsewhere, as far as it can become a claim. All texts can be stored and are within our limits. */
export interface ForeignAnnotation {
  /** As its source names it; null where it has no name. */
  id: string | null;
  /** The address of the page it was made on; null where it does not say. */
  page: string | null;
  words: AnnotatedWords;
  /** What it says of its place, at least its words. */
  selectors: W3cSelector[];
  /** What positions in `selectors` count: W3C demands code points, what browsers count is UTF-16. */
  positionUnit: "code_points" | "utf16";
  /** Who made it, as a text: no member of this desk. Empty where it does not say. */
  author: string;
  /** ISO 8601 in UTC; null where it does not say. */
  writtenAt: string | null;
  /** What its author wrote of the words, as plain text; empty where nothing. */
  comment: string;
  statement: string;
  claimant: string;
  saidOn: string | null;
  saidWhere: string;
  kinds: ClaimKind[];
  priority: Priority;
  finding: ForeignFinding | null;
  evidence: ForeignEvidence[];
}

/** What a reader understood of a file. */
export interface ReadAnnotations {
  annotations: ForeignAnnotation[];
  notes: AnnotationNote[];
}

/**
 * Why nothing of a file can come in:
 * - `NOT_JSON`: empty, in no encoding we read, or not JSON;
 * - `UNKNOWN`: JSON, but of none of the formats, or of a later version of ours;
 * - `TOO_LARGE`, `TOO_MANY`: above the limits.
 */
export type AnnotationFailure =
  | { ok: false; reason: "NOT_JSON" | "UNKNOWN" }
  | { ok: false; reason: "TOO_LARGE"; bytes: number; limit: number }
  | { ok: false; reason: "TOO_MANY"; count: number; limit: number };

/**
 * How an annotation stands to the article:
 * - `placed`: its words stand in the newest revision, and nothing else could be meant;
 * - `needs_placing`: a person must say where; `candidates` may help;
 * - `present`: it was brought before, or is a claim of this very article.
 */
export const ANNOTATION_STANDINGS = ["placed", "needs_placing", "present"] as const;
export const annotationStandingSchema = z.enum(ANNOTATION_STANDINGS);
export type AnnotationStanding = z.infer<typeof annotationStandingSchema>;
