import { z } from "zod";
import { idSchema } from "#domain/id.ts";
import { readingDirectionSchema, readingLanguageSchema, readingSchema } from "#domain/machine-reading.ts";
import { errors } from "./error.ts";
import { memberCall } from "./procedure.ts";

const tags = ["Readings"];
const readingId = z.object({ readingId: idSchema });

export const readingContract = {
  start: memberCall
    .route({
      method: "POST",
      path: "/readings",
      tags,
      successStatus: 201,
      summary: "Have a scan or a picture of a page read by machine",
      description:
        "A PDF, PNG, JPEG or WebP of 9 MB at most, sent as a form. It is read page by page while you ask how far it is; an article can be made of it when it is done. Without one it is removed after 72 hours.",
    })
    .input(z.object({ file: z.file(), direction: readingDirectionSchema, language: readingLanguageSchema }))
    .output(readingSchema)
    .errors(errors("ARTICLE_BINARY", "ARTICLE_EMPTY", "ARTICLE_TOO_LARGE", "TOO_MANY_REQUESTS")),

  get: memberCall
    .route({
      method: "GET",
      path: "/readings/{readingId}",
      tags,
      summary: "How far a reading is",
      description: "Of one's own readings.",
    })
    .input(readingId)
    .output(readingSchema)
    .errors(errors("NOT_FOUND")),

  cancel: memberCall
    .route({
      method: "DELETE",
      path: "/readings/{readingId}",
      tags,
      successStatus: 204,
      summary: "Stop a reading",
      description: "What was read so far is thrown away. A reading that is over stays as it is.",
    })
    .input(readingId)
    .errors(errors("NOT_FOUND")),

  page: memberCall
    .route({
      method: "GET",
      path: "/readings/{readingId}/pages/{page}",
      tags,
      summary: "The picture of a page as it was read",
      description: "WebP, set straight: of one's own readings, and of those an article was made of.",
    })
    .input(readingId.extend({ page: z.coerce.number().int().min(1).max(10_000) }))
    .output(z.file())
    .errors(errors("NOT_FOUND")),
};
