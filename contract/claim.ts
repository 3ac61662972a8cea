import { z } from "zod";
import { claimFieldsSchema, claimSchema, claimSummarySchema, claimTargetSchema } from "#domain/claim.ts";
import { versionSchema } from "#domain/count.ts";
import { idSchema } from "#domain/id.ts";
import { verdictDraftSchema } from "#domain/verdict.ts";
import { errors } from "./error.ts";
import { pageOf, pageQuerySchema } from "./page.ts";
import { memberCall } from "./procedure.ts";

const tags = ["Claims"];
const claimId = z.object({ claimId: idSchema });
const articleId = z.object({ articleId: idSchema });
/** Why a passage can't be a claim's place. */
export const anchorErrors = errors(
  "ANCHOR_NOT_FOUND",
  "ANCHOR_AMBIGUOUS",
  "ANCHOR_CROSSES_BLOCKS",
  "ANCHOR_EMPTY",
  "ANCHOR_TOO_LONG",
);

const { statement, claimant, kinds, priority } = claimFieldsSchema.shape;

/** A new claim. `id` is made by the client, so that sending it twice makes one claim. Null is as good as absent. */
export const claimDraftSchema = z.object({
  id: idSchema.nullish(),
  target: claimTargetSchema,
  statement: statement.nullish(),
  claimant: claimant.nullish(),
  kinds: kinds.nullish(),
  priority: priority.nullish(),
});

/** Changed fields of a claim, the place included; what is absent stays as it is. */
export const claimChangeSchema = claimFieldsSchema.partial().extend({
  target: claimTargetSchema.optional(),
  /** The version the writer saw. */
  version: versionSchema,
});

export const claimContract = {
  list: memberCall
    .route({ method: "GET", path: "/articles/{articleId}/claims", tags, summary: "Claims in text order" })
    .input(articleId.extend(pageQuerySchema.shape))
    .output(pageOf(claimSummarySchema))
    .errors(errors("NOT_FOUND")),

  create: memberCall
    .route({
      method: "POST",
      path: "/articles/{articleId}/claims",
      tags,
      successStatus: 201,
      summary: "Mark a passage as a claim",
      description:
        "The place is found again in the stored revision before anything is kept. Sending the same `id` again " +
        "answers the claim that stands.",
    })
    .input(articleId.extend(claimDraftSchema.shape))
    .output(claimSchema)
    .errors(errors("NOT_FOUND", "ID_TAKEN"))
    .errors(anchorErrors),

  get: memberCall
    .route({ method: "GET", path: "/claims/{claimId}", tags, summary: "A claim with its findings" })
    .input(claimId)
    .output(claimSchema)
    .errors(errors("NOT_FOUND")),

  update: memberCall
    .route({
      method: "PATCH",
      path: "/claims/{claimId}",
      tags,
      summary: "Change a claim's fields or place",
      description:
        "CONFLICT only where another person changed one of the same fields after `version`; different fields merge.",
    })
    .input(claimId.extend(claimChangeSchema.shape))
    .output(claimSchema)
    .errors(errors("NOT_FOUND", "CONFLICT", "VERDICT_INCOMPLETE", "ASSIGNEE_UNFIT"))
    .errors(anchorErrors),

  remove: memberCall
    .route({
      method: "DELETE",
      path: "/claims/{claimId}",
      tags,
      successStatus: 204,
      summary: "Take a claim away; its findings are kept and can be restored",
    })
    .input(claimId)
    .errors(errors("NOT_FOUND")),

  restore: memberCall
    .route({
      method: "POST",
      path: "/claims/{claimId}/restore",
      tags,
      summary: "Bring a deleted claim back, or one that a revision dropped: it needs placing then",
    })
    .input(claimId)
    .output(claimSchema)
    .errors(errors("NOT_FOUND")),

  confirm: memberCall
    .route({
      method: "POST",
      path: "/claims/{claimId}/confirmation",
      tags: ["Verdicts"],
      summary: "Say that the finding holds for the changed words",
      description:
        "Only for a claim that is `stale`. Work that was settled before the words changed is settled again.",
    })
    .input(claimId)
    .output(claimSchema)
    .errors(errors("NOT_FOUND", "CLAIM_NOT_STALE", "VERDICT_INCOMPLETE")),

  putVerdict: memberCall
    .route({
      method: "PUT",
      path: "/claims/{claimId}/verdict",
      tags: ["Verdicts"],
      summary: "Give the verdict",
    })
    .input(claimId.extend(verdictDraftSchema.shape))
    .output(claimSchema)
    .errors(errors("NOT_FOUND", "CONFLICT", "RATING_UNKNOWN", "RATIONALE_INVALID")),
};
