import { z } from "zod";
import { idSchema } from "#domain/id.ts";
import { addressStandingSchema, watchIntervalSchema } from "#domain/watch.ts";
import { errors } from "./error.ts";
import { memberCall } from "./procedure.ts";

const tags = ["Watches"];
const articleId = z.object({ articleId: idSchema });
const PATH = "/articles/{articleId}/watch";

export const watchContract = {
  get: memberCall
    .route({
      method: "GET",
      path: PATH,
      tags,
      summary: "Whether an article's address is watched, and whether it was found changed",
    })
    .input(articleId)
    .output(addressStandingSchema)
    .errors(errors("NOT_FOUND")),

  put: memberCall
    .route({
      method: "PUT",
      path: PATH,
      tags,
      summary: "Watch an article's address",
      description: "The next look is at once, also where the interval stays the same.",
    })
    .input(articleId.extend({ everyMinutes: watchIntervalSchema }))
    .output(addressStandingSchema)
    .errors(errors("NOT_FOUND", "WATCH_WITHOUT_ADDRESS")),

  remove: memberCall
    .route({ method: "DELETE", path: PATH, tags, summary: "Watch an article's address no longer" })
    .input(articleId)
    .output(addressStandingSchema)
    .errors(errors("NOT_FOUND")),

  settleChange: memberCall
    .route({
      method: "PUT",
      path: "/articles/{articleId}/changes/{changeId}/settlement",
      tags,
      summary: "Let a change at an article's address be",
      description: "It is not told of again. Settled already, it stays as it is.",
    })
    .input(articleId.extend({ changeId: idSchema }))
    .output(addressStandingSchema)
    .errors(errors("NOT_FOUND")),
};
