import { z } from "zod";
import { offsetSchema } from "./anchor.ts";
import { BLOCK_KINDS, type Block, blockDetailsSchema, blockIdSchema } from "./block.ts";
import { idSchema } from "./id.ts";

/** A block as it leaves the server: offsets are code points in the revision's `text`, end exclusive. */
export const blockSchema = z.object({
  id: blockIdSchema,
  kind: z.enum(BLOCK_KINDS),
  level: z.number().int().min(1).max(6).nullable(),
  text: z.string(),
  details: blockDetailsSchema.optional(),
  start: offsetSchema,
  end: offsetSchema,
}) satisfies z.ZodType<Block>;

/** One immutable version of an article's text. `text` is the block texts joined by one line feed. */
export const revisionSchema = z.object({
  id: idSchema,
  number: z.number().int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  text: z.string(),
  blocks: z.array(blockSchema),
});
export type Revision = z.infer<typeof revisionSchema>;
