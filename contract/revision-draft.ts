import { z } from "zod";
import { articleSchema } from "#domain/article.ts";
import { importFormatSchema } from "#domain/article-import.ts";
import { idSchema } from "#domain/id.ts";
import { draftDecisionInputSchema, draftEntrySchema, revisionDraftSchema } from "#domain/revision-draft.ts";
import { editErrors, handEditsShape, importErrors } from "./article.ts";
import { anchorErrors } from "./claim.ts";
import { errors } from "./error.ts";
import { memberCall } from "./procedure.ts";

const tags = ["Revisions"];
const articleId = z.object({ articleId: idSchema });
const draftId = articleId.extend({ draftId: idSchema });
const decisionOn = draftId.extend({ claimId: idSchema });
const PATH = "/articles/{articleId}/revision-draft";

/**
 * The text of a new version, as an article's: pasted `content`, a `file`, or what was fetched (`captureId`); the last one
 * given wins. `replaces`: the id of the draft that it takes the place of.
 */
export const revisionDraftInputSchema = z.object({
  format: importFormatSchema.optional(),
  content: z.string().optional(),
  file: z.file().optional(),
  captureId: idSchema.optional(),
  readingId: idSchema.optional(),
  replaces: idSchema.optional(),
  ...handEditsShape,
});

export const revisionDraftContract = {
  get: memberCall
    .route({
      method: "GET",
      path: PATH,
      tags,
      summary: "The version that is not saved yet, and what it does to the claims",
    })
    .input(articleId)
    .output(revisionDraftSchema)
    .errors(errors("NOT_FOUND")),

  put: memberCall
    .route({
      method: "PUT",
      path: PATH,
      tags,
      summary: "Bring a new version in, to look at before it is saved",
      description:
        "One an article: another one is taken the place of only where `replaces` names it, and its decisions go with it.",
    })
    .input(articleId.extend(revisionDraftInputSchema.shape))
    .output(revisionDraftSchema)
    .errors(importErrors)
    .errors(editErrors)
    .errors(errors("NOT_FOUND", "REVISION_UNCHANGED", "DRAFT_EXISTS", "DRAFT_GONE")),

  remove: memberCall
    .route({
      method: "DELETE",
      path: `${PATH}/{draftId}`,
      tags,
      successStatus: 204,
      summary: "Throw the new version away",
    })
    .input(draftId)
    .errors(errors("NOT_FOUND", "DRAFT_GONE")),

  decide: memberCall
    .route({
      method: "PUT",
      path: `${PATH}/{draftId}/decisions/{claimId}`,
      tags,
      summary: "Place a claim in the new version, or drop it",
      description: "The place is found in the draft's text before anything is kept. The last word counts.",
    })
    .input(decisionOn.extend({ decision: draftDecisionInputSchema }))
    .output(draftEntrySchema)
    .errors(errors("NOT_FOUND", "DRAFT_GONE"))
    .errors(anchorErrors),

  undecide: memberCall
    .route({
      method: "DELETE",
      path: `${PATH}/{draftId}/decisions/{claimId}`,
      tags,
      summary: "Take a decision back",
    })
    .input(decisionOn)
    .output(draftEntrySchema)
    .errors(errors("NOT_FOUND", "DRAFT_GONE")),

  save: memberCall
    .route({
      method: "POST",
      path: `${PATH}/{draftId}/save`,
      tags,
      summary: "Make the new version the article's newest revision",
      description:
        "Claims that nobody decided on and that can't be placed without asking need placing afterwards.",
    })
    .input(draftId)
    .output(articleSchema)
    .errors(errors("NOT_FOUND", "DRAFT_GONE", "REVISION_UNCHANGED")),
};
