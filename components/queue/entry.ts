import { z } from "zod";
import { ERROR_CODES, type ErrorCode } from "#domain/error.ts";
import { idSchema } from "#domain/id.ts";
import { type Deed, deedSchema } from "./deed.ts";

/** Why the server would not do a deed. `data` is what the code promises (`domain/error.ts`). */
const refusalSchema = z.object({
  code: z.enum(ERROR_CODES as [ErrorCode, ...ErrorCode[]]),
  /** The server's sentence, in the language of the person at that time. */
  message: z.string(),
  data: z.unknown(),
  /** As of which event of the article `data` stands; absent where the server did not say. */
  seq: z.number().int().min(0).optional(),
  at: z.iso.datetime(),
});
export type RefusalNote = z.infer<typeof refusalSchema>;

/** How far a deed has come. `underWay` means nothing after a crash: it is then as good as waiting. */
const entryStateSchema = z.discriminatedUnion("name", [
  z.object({ name: z.literal("waiting") }),
  z.object({ name: z.literal("underWay") }),
  z.object({ name: z.literal("refused"), refusal: refusalSchema }),
]);

/** One deed in the queue of one member's browser. */
export const entrySchema = z.object({
  id: idSchema,
  /** The place in the order of doing: a hybrid clock, so that it also orders what several tabs add. */
  turn: z.number(),
  articleId: idSchema,
  /** What the deed is about, in words: the passage, the bullet, the source. For a person who has to decide on it. */
  about: z.string(),
  at: z.iso.datetime(),
  deed: deedSchema,
  state: entryStateSchema,
  /** How often it was sent without an answer. */
  tries: z.number().int().min(0),
  /** How often the server broke over it. */
  faults: z.number().int().min(0),
  /** Not sent before this moment, in milliseconds since 1970: the person still types, or the server is out of breath. */
  restsUntil: z.number(),
  /** Values of earlier deeds in whose place this one stands, and which may have arrived though no answer came. */
  doubts: z.array(z.unknown()),
});
export interface Entry extends z.infer<typeof entrySchema> {
  deed: Deed;
}

export const isRefused = (entry: Entry): boolean => entry.state.name === "refused";
