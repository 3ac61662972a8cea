import { z } from "zod";
import { idSchema } from "#domain/id.ts";
import { sessionSchema } from "#domain/session.ts";
import { errors } from "./error.ts";
import { memberCall } from "./procedure.ts";

const tags = ["Profile"];

export const sessionContract = {
  list: memberCall
    .route({ method: "GET", path: "/profile/sessions", tags, summary: "Where I am signed in" })
    .output(z.object({ items: z.array(sessionSchema) })),

  end: memberCall
    .route({
      method: "DELETE",
      path: "/profile/sessions/{sessionId}",
      tags,
      successStatus: 204,
      summary: "End one of my sessions",
      description: "Its open pages are closed at once. Ending the session that asks is signing out.",
    })
    .input(z.object({ sessionId: idSchema }))
    .errors(errors("NOT_FOUND")),

  endAll: memberCall
    .route({
      method: "POST",
      path: "/profile/sessions/end",
      tags,
      summary: "End all my sessions, or all but the one that asks",
    })
    .input(z.object({ which: z.enum(["others", "all"]) }))
    .output(z.object({ ended: z.number().int().min(0) })),
};
