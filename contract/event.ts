import { z } from "zod";
import { countSchema } from "#domain/count.ts";
import { eventSchema } from "#domain/event.ts";
import { idSchema } from "#domain/id.ts";
import { errors } from "./error.ts";
import { pageOf, pageQuerySchema } from "./page.ts";
import { memberCall } from "./procedure.ts";

export const eventContract = {
  list: memberCall
    .route({
      method: "GET",
      path: "/articles/{articleId}/events",
      tags: ["Events"],
      summary: "What happened to an article, the newest first",
      description:
        "`claimId` keeps to one claim; `after` answers what came after that `seq`, the oldest first.",
    })
    .input(
      z
        .object({
          articleId: idSchema,
          claimId: idSchema.optional(),
          after: z.coerce.number().pipe(countSchema).optional(),
        })
        .extend(pageQuerySchema.shape),
    )
    .output(pageOf(eventSchema))
    .errors(errors("NOT_FOUND")),
};
