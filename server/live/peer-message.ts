import { z } from "zod";
import { idSchema } from "#domain/id.ts";
import { type Present, presentSchema } from "#domain/presence.ts";

const personSchema = presentSchema.extend({ articleId: idSchema });

/** A person with the article they are in. */
export type Placed = Present & { articleId: string };

const leftSchema = z.object({ articleId: idSchema, connectionId: z.string() });
export type Left = z.infer<typeof leftSchema>;

/**
 * What instances tell each other about presence. `from`: the instance; `number`: counts its messages, so that a lost one
 * shows. Instances of two versions may run side by side, so what is not understood is passed over.
 */
export const peerMessageSchema = z.discriminatedUnion("type", [
  /** I am there. `asks`: tell me who is with you. */
  z.object({ type: z.literal("beat"), from: z.string(), number: z.number(), asks: z.boolean() }),
  /** Who came or changed, and who left. `anew`: these replace all that was known of the instance. */
  z.object({
    type: z.literal("people"),
    from: z.string(),
    number: z.number(),
    anew: z.boolean(),
    here: z.array(personSchema),
    left: z.array(leftSchema),
  }),
  /** I stop. */
  z.object({ type: z.literal("bye"), from: z.string(), number: z.number() }),
]);
export type PeerMessage = z.infer<typeof peerMessageSchema>;

/** What an instance has to say of people, in pieces of which none is above `limit` bytes. One at least. */
export function inPieces(here: readonly Placed[], left: readonly Left[], limit: number) {
  const pieces: { here: Placed[]; left: Left[] }[] = [{ here: [], left: [] }];
  let size = 0;
  const roomFor = (item: unknown) => {
    const bytes = Buffer.byteLength(JSON.stringify(item)) + 1;
    if (size + bytes > limit) {
      pieces.push({ here: [], left: [] });
      size = 0;
    }
    size += bytes;
    // There is always one.
    return pieces[pieces.length - 1];
  };
  for (const person of here) roomFor(person)?.here.push(person);
  for (const one of left) roomFor(one)?.left.push(one);
  return pieces;
}
