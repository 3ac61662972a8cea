import { z } from "zod";
import { idSchema } from "./id.ts";

/** What of a claim somebody has under their hands: a field's name, or nothing. */
export const presentFieldSchema = z.string().min(1).max(40).nullable();

/** What a page says of its person. `claimId`: the claim open on the desk. `idle`: no hand on it for a while. */
export const whereaboutsSchema = z.object({
  claimId: idSchema.nullable(),
  field: presentFieldSchema,
  idle: z.boolean(),
});
export type Whereabouts = z.infer<typeof whereaboutsSchema>;

/** One open page of one member in an article. A member with two tabs is present twice and shown once. */
export const presentSchema = whereaboutsSchema.extend({
  connectionId: z.string().min(1).max(64),
  member: z.object({ id: idSchema, name: z.string() }),
});
export type Present = z.infer<typeof presentSchema>;

/** How long without a hand on the page until somebody counts as idle, in milliseconds. */
export const IDLE_AFTER_MS = 60_000;

/** How many colours tell people apart; the palette itself is the interface's. */
export const PERSON_COLOURS = 8;

/** The colour of a member, from 0: the same on every screen, without anybody having to hand out colours. */
export function personColour(memberId: string): number {
  let sum = 0;
  for (const unit of memberId) sum = (sum * 31 + (unit.codePointAt(0) ?? 0)) >>> 0;
  return sum % PERSON_COLOURS;
}
