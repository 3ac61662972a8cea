import { z } from "zod";
import { memberSummarySchema } from "./member.ts";

/** Who last changed a field, and when. `by` is null where the log does not say. */
export const writerSchema = z.object({
  field: z.string(),
  by: memberSummarySchema.nullable(),
  at: z.iso.datetime().nullable(),
});
export type Writer = z.infer<typeof writerSchema>;
