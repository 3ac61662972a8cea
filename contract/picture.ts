import { z } from "zod";
import { pictureIdSchema } from "#domain/picture.ts";
import { errors } from "./error.ts";
import { memberCall } from "./procedure.ts";

export const pictureContract = {
  get: memberCall
    .route({
      method: "GET",
      path: "/pictures/{sha256}",
      tags: ["Articles"],
      summary: "A picture that came with an article",
      description: "PNG, JPEG, GIF or WebP, known by the SHA-256 of its bytes; it never changes.",
    })
    .input(z.object({ sha256: pictureIdSchema }))
    .output(z.file())
    .errors(errors("NOT_FOUND")),
};
