import { z } from "zod";
import { anchorRangeSchema } from "#domain/anchor.ts";
import {
  annotationFormatSchema,
  annotationNoteSchema,
  annotationStandingSchema,
  MAX_ANNOTATIONS,
} from "#domain/annotation.ts";
import { claimFieldsSchema } from "#domain/claim.ts";
import { idSchema } from "#domain/id.ts";
import { ratingSchema } from "#domain/scale.ts";
import { errors } from "./error.ts";
import { memberCall } from "./procedure.ts";

const tags = ["Annotations"];
const articleId = z.object({ articleId: idSchema });
const refusals = errors(
  "NOT_FOUND",
  "ANNOTATIONS_NOT_JSON",
  "ANNOTATIONS_UNKNOWN",
  "ANNOTATIONS_TOO_LARGE",
  "ANNOTATIONS_TOO_MANY",
  "ANNOTATIONS_TOO_HARD",
);

/** The annotations: the JSON itself as `content`, or a `file` (sent as a form), which wins over it; 5 MB at most. */
const annotationsSchema = z.object({ content: z.string().optional(), file: z.file().optional() });

/** Names one annotation of a file for an article: the same one has the same key whenever it comes. */
const annotationKeySchema = z.string().regex(/^[0-9a-f]{64}$/);

/** One annotation as it stands to the article. */
const annotationEntrySchema = z.object({
  key: annotationKeySchema,
  standing: annotationStandingSchema,
  /** The words it is about, as its source has them. */
  words: z.object({ exact: z.string(), prefix: z.string(), suffix: z.string() }),
  /** Where it will stand; null unless it is `placed`. */
  place: anchorRangeSchema.nullable(),
  /** Where a person might put it, the likeliest first; `score` from 0 to 1. */
  candidates: z.array(anchorRangeSchema.extend({ score: z.number() })),
  /** The claim it is already, where it is `present`. */
  claimId: idSchema.nullable(),
  /** The address of the page it was made on, and whether that is another than the article's. */
  page: z.string().nullable(),
  isElsewhere: z.boolean(),
  author: z.string(),
  writtenAt: z.iso.datetime().nullable(),
  comment: z.string(),
  statement: claimFieldsSchema.shape.statement,
  claimant: z.string(),
  kinds: claimFieldsSchema.shape.kinds,
  /** `rating` is null where there is none, or where the article's scale does not have it. */
  finding: z.object({ rating: ratingSchema.nullable(), summary: z.string() }).nullable(),
  evidenceCount: z.number().int().min(0),
});

export const annotationPreviewSchema = z.object({
  format: annotationFormatSchema,
  /** In the file's order. */
  entries: z.array(annotationEntrySchema),
  notes: z.array(annotationNoteSchema),
});

export const annotationContract = {
  preview: memberCall
    .route({
      method: "POST",
      path: "/articles/{articleId}/annotation-previews",
      tags,
      summary: "What would become of annotations made elsewhere",
      description:
        "W3C Web Annotation (JSON-LD), Hypothesis' JSON or our own JSON report. Nothing is stored.",
    })
    .meta({ readsOnly: true })
    .input(articleId.extend(annotationsSchema.shape))
    .output(annotationPreviewSchema)
    .errors(refusals),

  import: memberCall
    .route({
      method: "POST",
      path: "/articles/{articleId}/annotations",
      tags,
      successStatus: 201,
      summary: "Make claims of annotations made elsewhere",
      description:
        "All at once or none. Those whose words do not prove a place need placing. What was brought before is passed " +
        "over, so that sending a file twice makes no doubles.",
    })
    .input(
      articleId.extend(annotationsSchema.shape).extend({
        /** Only these; absent: all that are not there yet. */
        only: z.array(annotationKeySchema).max(MAX_ANNOTATIONS).optional(),
      }),
    )
    .output(
      z.object({
        /** The new claims, in the file's order. */
        claimIds: z.array(idSchema),
        placed: z.number().int().min(0),
        needsPlacing: z.number().int().min(0),
        /** How many of those asked for were there already. */
        present: z.number().int().min(0),
      }),
    )
    .errors(refusals),
};
