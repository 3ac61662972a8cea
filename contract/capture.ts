import { z } from "zod";
import { captureSchema } from "#domain/capture.ts";
import { idSchema } from "#domain/id.ts";
import { webAddressSchema } from "#domain/source.ts";
import { articlePreviewSchema, importErrors } from "./article.ts";
import { errors } from "./error.ts";
import { memberCall } from "./procedure.ts";

const tags = ["Captures"];
const captureId = z.object({ captureId: idSchema });

/** What fetching can end in besides what reading can. */
export const fetchErrors = errors(
  "FETCH_ADDRESS_REFUSED",
  "FETCH_FAILED",
  "FETCH_STATUS",
  "FETCH_TIMEOUT",
  "FETCH_TOO_LARGE",
  "FETCH_TYPE",
);

/** As the preview of a text. `content` is null: the article is made with the capture's id, from the bytes that came. */
export const capturePreviewSchema = articlePreviewSchema.extend({ capture: captureSchema });

export const captureContract = {
  create: memberCall
    .route({
      method: "POST",
      path: "/captures",
      tags,
      successStatus: 201,
      summary: "Fetch an article from an address, and see what it would be understood as",
      description:
        "Only addresses of the public internet are asked, by http or https. What came is kept; without an article that is made of it, for a week.",
    })
    .input(z.object({ url: webAddressSchema }))
    .output(capturePreviewSchema)
    .errors(importErrors)
    .errors(fetchErrors),

  get: memberCall
    .route({
      method: "GET",
      path: "/captures/{captureId}",
      tags,
      summary: "What was fetched, and its headers",
    })
    .input(captureId)
    .output(captureSchema)
    .errors(errors("NOT_FOUND")),

  bytes: memberCall
    .route({
      method: "GET",
      path: "/captures/{captureId}/bytes",
      tags,
      summary: "What was fetched, byte by byte",
      description: "Always a file to save, whatever it is: nothing of it is shown or run here.",
    })
    .input(captureId)
    .output(z.file())
    .errors(errors("NOT_FOUND")),
};
