import { z } from "zod";
import { scaleSchema } from "#domain/scale.ts";
import { memberCall } from "./procedure.ts";

export const scaleContract = {
  list: memberCall
    .route({
      method: "GET",
      path: "/scales",
      tags: ["Scales"],
      summary: "The newest version of every rating scale, retired ones included",
    })
    .output(z.object({ items: z.array(scaleSchema) })),
};
