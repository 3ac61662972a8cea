import { z } from "zod";
import {
  articleFieldsSchema,
  articleSchema,
  articleSummarySchema,
  dismissalSchema,
  languageSchema,
} from "#domain/article.ts";
import {
  importFormatSchema,
  importNoteSchema,
  leftOutSchema,
  parsedBlockSchema,
} from "#domain/article-import.ts";
import { blockIdSchema } from "#domain/block.ts";
import { versionSchema } from "#domain/count.ts";
import { dismissalReasonSchema } from "#domain/dismissal.ts";
import { idSchema } from "#domain/id.ts";
import { importEditsSchema } from "#domain/import-edit.ts";
import { nameText } from "#domain/name-text.ts";
import { givenDateSchema } from "#domain/partial-date.ts";
import { sha256Schema } from "#domain/revision.ts";
import { scaleIdSchema } from "#domain/scale.ts";
import { webAddressSchema } from "#domain/source.ts";
import { errors } from "./error.ts";
import { pageOf, pageQuerySchema } from "./page.ts";
import { memberCall } from "./procedure.ts";

const tags = ["Articles"];

/**
 * Long enough for as many edits as may be made, and for hundreds of corrections of the longest. In UTF-16 units, and in
 * values: brackets and commas, which nobody needs more of.
 */
const LONGEST_EDITS = 2 * 1024 * 1024;
const MOST_VALUES = 80_000;

/** Counted before anything is built: a list can be of two characters. */
function hasTooManyValues(text: string): boolean {
  let values = 0;
  for (let at = 0; at < text.length && values <= MOST_VALUES; at += 1)
    if ("[{,".includes(text.charAt(at))) values += 1;
  return values > MOST_VALUES;
}

/**
 * Hand edits of what was understood, done in their order: a list, or that list as JSON text where the call is a form.
 * `editsOf`: the `blocksSha256` of the preview on which they were made.
 */
export const handEditsShape = {
  edits: z
    .union([
      importEditsSchema,
      z
        .string()
        .max(LONGEST_EDITS)
        .refine((text) => !hasTooManyValues(text), { message: "This has too many values", abort: true })
        .transform((text, context): unknown => {
          try {
            return JSON.parse(text);
          } catch {
            context.addIssue({ code: "custom", message: "This is not JSON", params: { why: "not_json" } });
            return z.NEVER;
          }
        })
        .pipe(importEditsSchema),
    ])
    .optional(),
  editsOf: sha256Schema.optional(),
};
const articleId = z.object({ articleId: idSchema });
/** `revisionId`: the revision in which the block was seen; absent for the newest. Its words are looked for there. */
const block = articleId.extend({ blockId: blockIdSchema, revisionId: idSchema.optional() });

/** Why a text can't come in. */
export const importErrors = errors(
  "ARTICLE_EMPTY",
  "ARTICLE_BINARY",
  "ARTICLE_TOO_LARGE",
  "ARTICLE_TOO_MANY_BLOCKS",
  "ARTICLE_ENCODING",
  "ARTICLE_SCAN",
  "ARTICLE_PICTURE",
  "ARTICLE_ENCRYPTED",
  "ARTICLE_DAMAGED",
  "ARTICLE_TOO_HARD",
);

/** Why hand edits can't be done on a text that came in. */
export const editErrors = errors("IMPORT_CHANGED", "IMPORT_EDIT_UNFIT");

/**
 * A new article: its text as `content`, or a `file` (sent as a form) in any encoding and of any format. A file of a
 * format that is no text, such as `docx`, can only come as a file. Without `format` it is guessed. What is absent is taken from the content itself, as the preview shows it; null says that there is no
 * byline, publisher, address or date, and is as good as absent for the rest.
 */
export const articleDraftSchema = z.object({
  format: importFormatSchema.optional(),
  /** The text itself; 5 MB at most in UTF-8. A file wins over it. */
  content: z.string().optional(),
  file: z.file().optional(),
  /** The name of the text file that `content` is, unchanged: the article then says that it came from it. A `file` has its own. */
  fileName: z.string().optional(),
  /** What was fetched from an address (`POST /captures`), read again as it came; wins over `content` and `file`. */
  captureId: idSchema.optional(),
  /** What a machine has read for you (`POST /readings`); wins over all others. */
  readingId: idSchema.optional(),
  title: nameText({ min: 1, max: 300 }).nullish(),
  language: languageSchema.nullish(),
  url: webAddressSchema.nullish(),
  publisher: nameText({ max: 200 }).nullish(),
  byline: nameText({ max: 200 }).nullish(),
  publishedAt: givenDateSchema.nullish(),
  scale: scaleIdSchema.nullish(),
  ...handEditsShape,
});

/**
 * What an importer understood. `content` is the decoded text, to be sent back unchanged when the article is made; null
 * for a file that is no text, which is to be sent again itself.
 */
export const articlePreviewSchema = z.object({
  format: importFormatSchema,
  /** The encoding a file was read in (`utf-8`, `shift_jis`, …); null for pasted text and for files that are no text. */
  encoding: z.string().nullable(),
  content: z.string().nullable(),
  title: z.string().nullable(),
  language: z.string().nullable(),
  byline: z.string().nullable(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: z.string().nullable(),
  blocks: z.array(parsedBlockSchema),
  /** What the format could not bring or a person should look at, to be shown before anything is stored. */
  notes: z.array(importNoteSchema),
  /** Furniture of a page that was left out. */
  leftOut: z.array(leftOutSchema),
  /** Of what was understood, hex: hand edits say by it what they were made on. */
  blocksSha256: sha256Schema,
});

export const articleContract = {
  list: memberCall
    .route({ method: "GET", path: "/articles", tags, summary: "Articles, the newest first" })
    .input(pageQuerySchema.extend({ q: z.string().max(200).optional() }))
    .output(pageOf(articleSummarySchema)),

  create: memberCall
    .route({ method: "POST", path: "/articles", tags, successStatus: 201, summary: "Bring an article in" })
    .input(articleDraftSchema)
    .output(articleSchema)
    .errors(importErrors)
    .errors(editErrors)
    .errors(errors("SCALE_UNKNOWN", "NOT_FOUND", "READING_NOT_DONE")),

  preview: memberCall
    .route({
      method: "POST",
      path: "/article-previews",
      tags,
      summary: "What an article would be understood as",
      description:
        "Takes pasted `content`, a `file` in any encoding, what was fetched as `captureId`, or what a machine read as `readingId`. Nothing is stored.",
    })
    .meta({ readsOnly: true })
    .input(
      z.object({
        format: importFormatSchema.optional(),
        content: z.string().optional(),
        file: z.file().optional(),
        captureId: idSchema.optional(),
        readingId: idSchema.optional(),
      }),
    )
    .output(articlePreviewSchema)
    .errors(importErrors)
    .errors(errors("NOT_FOUND", "READING_NOT_DONE")),

  get: memberCall
    .route({
      method: "GET",
      path: "/articles/{articleId}",
      tags,
      summary: "An article with its newest revision",
    })
    .input(articleId)
    .output(articleSchema)
    .errors(errors("NOT_FOUND")),

  update: memberCall
    .route({
      method: "PATCH",
      path: "/articles/{articleId}",
      tags,
      summary: "Change what is said about an article",
    })
    .input(articleId.extend(articleFieldsSchema.partial().shape).extend({ version: versionSchema }))
    .output(articleSchema)
    .errors(errors("NOT_FOUND"))
    .errors({
      CONFLICT: { status: 409, data: z.object({ current: articleSchema, fields: z.array(z.string()) }) },
    }),

  dismissBlock: memberCall
    .route({
      method: "PUT",
      path: "/articles/{articleId}/blocks/{blockId}/dismissal",
      tags,
      summary: "Say why a bullet needs no claim",
    })
    .input(block.extend({ reason: dismissalReasonSchema }))
    .output(dismissalSchema)
    .errors(errors("NOT_FOUND", "NOT_A_BULLET", "ANCHOR_NOT_FOUND", "ANCHOR_AMBIGUOUS")),

  reopenBlock: memberCall
    .route({
      method: "DELETE",
      path: "/articles/{articleId}/blocks/{blockId}/dismissal",
      tags,
      successStatus: 204,
      summary: "Take a dismissal back",
    })
    .input(block)
    .errors(errors("NOT_FOUND", "ANCHOR_NOT_FOUND", "ANCHOR_AMBIGUOUS")),
};
