import { z } from "zod";
import { versionSchema } from "#domain/count.ts";
import { idSchema } from "#domain/id.ts";
import { sourceDraftSchema, sourceSchema } from "#domain/source.ts";
import { errors } from "./error.ts";
import { pageOf, pageQuerySchema } from "./page.ts";
import { memberCall } from "./procedure.ts";

const tags = ["Sources"];

export const sourceContract = {
  list: memberCall
    .route({
      method: "GET",
      path: "/sources",
      tags,
      summary: "Sources in the library",
      description:
        "`q` is looked for in title, publisher, author and address; an address finds its other spellings.",
    })
    .input(pageQuerySchema.extend({ q: z.string().max(2000).optional() }))
    .output(pageOf(sourceSchema)),

  create: memberCall
    .route({
      method: "POST",
      path: "/sources",
      tags,
      successStatus: 201,
      summary: "Add a source to the library",
      description: "A source whose address is in the library already is answered as it stands there.",
    })
    .input(sourceDraftSchema)
    .output(sourceSchema),

  update: memberCall
    .route({ method: "PATCH", path: "/sources/{sourceId}", tags, summary: "Change a source's description" })
    .input(
      z
        .object({ sourceId: idSchema, version: versionSchema.optional() })
        .extend(sourceDraftSchema.partial().shape),
    )
    .output(sourceSchema)
    .errors(errors("NOT_FOUND", "SOURCE_EXISTS"))
    .errors({
      CONFLICT: { status: 409, data: z.object({ current: sourceSchema, fields: z.array(z.string()) }) },
    }),
};
