import { z } from "zod";
import { idSchema } from "#domain/id.ts";
import { pastRevisionSchema, revisionSummarySchema } from "#domain/revision.ts";
import { errors } from "./error.ts";
import { pageOf, pageQuerySchema } from "./page.ts";
import { memberCall } from "./procedure.ts";

const tags = ["Revisions"];
const articleId = z.object({ articleId: idSchema });

export const revisionContract = {
  list: memberCall
    .route({
      method: "GET",
      path: "/articles/{articleId}/revisions",
      tags,
      summary: "An article's revisions, the newest first",
    })
    .input(articleId.extend(pageQuerySchema.shape))
    .output(pageOf(revisionSummarySchema))
    .errors(errors("NOT_FOUND")),

  get: memberCall
    .route({
      method: "GET",
      path: "/articles/{articleId}/revisions/{number}",
      tags,
      summary: "A revision's text, with its claims as they stood in it",
    })
    .input(articleId.extend({ number: z.coerce.number().int().min(1).max(1_000_000) }))
    .output(pastRevisionSchema)
    .errors(errors("NOT_FOUND")),
};
