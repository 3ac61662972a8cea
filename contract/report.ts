import { z } from "zod";
import { idSchema } from "#domain/id.ts";
import { localeSchema } from "#domain/localized.ts";
import { reportFormatSchema, reportScopeSchema } from "#domain/report.ts";
import { errors } from "./error.ts";
import { memberCall } from "./procedure.ts";

export const reportContract = {
  download: memberCall
    .route({
      method: "GET",
      path: "/articles/{articleId}/report",
      tags: ["Reports"],
      summary: "The fact-check report as a file",
      description:
        "`scope=settled` leaves out what is not settled yet; `draft` shows all claims and says so.",
    })
    .meta({ isTold: true })
    .input(
      z.object({
        articleId: idSchema,
        format: reportFormatSchema,
        scope: reportScopeSchema.default("draft"),
        locale: localeSchema.optional(),
      }),
    )
    .output(z.file())
    .errors(errors("NOT_FOUND", "EXPORT_FAILED")),
};
