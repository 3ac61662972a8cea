import { z } from "zod";
import { client } from "#components/api/client.ts";
import { codeOf, isPassing } from "#components/api/failure.ts";
import { fromWire } from "#components/claim/from-wire.ts";
import type { Dismissal } from "#domain/article.ts";
import { blockIdSchema } from "#domain/block.ts";
import { type Claim, claimTargetSchema } from "#domain/claim.ts";
import { dismissalReasonSchema } from "#domain/dismissal.ts";
import { idSchema } from "#domain/id.ts";
import { Outbox } from "./outbox.ts";
import { storedLetters } from "./outbox-storage.ts";

/** A claim that is to be made where `target` says; null where it was taken back before the server knew it. */
const claimLetterSchema = z.object({ key: idSchema, target: claimTargetSchema.nullable() });
export type ClaimLetter = z.infer<typeof claimLetterSchema>;

/** Why a bullet needs no claim; null where that was taken back. */
const bulletLetterSchema = z.object({ key: blockIdSchema, reason: dismissalReasonSchema.nullable() });
export type BulletLetter = z.infer<typeof bulletLetterSchema>;

export interface Outboxes {
  claims: Outbox<ClaimLetter, Claim | null>;
  bullets: Outbox<BulletLetter, Dismissal | null>;
}

/** What a member marked in an article and the server does not know yet. */
export function createOutboxes(
  { articleId, memberId }: { articleId: string; memberId: string },
  storageNow: () => Storage | null,
): Outboxes {
  const prefix = `uratori:unsent:${memberId}:${articleId}`;
  return {
    claims: new Outbox({
      isPassing,
      storage: storedLetters(`${prefix}:claim:`, claimLetterSchema, storageNow),
      deliver: async ({ key, target }) => {
        if (target) return fromWire(await client.claim.create({ articleId, id: key, target }));
        await unlessGone(client.claim.remove({ claimId: key }));
        return null;
      },
    }),
    bullets: new Outbox({
      isPassing,
      storage: storedLetters(`${prefix}:bullet:`, bulletLetterSchema, storageNow),
      deliver: async ({ key, reason }) => {
        if (reason) return await client.article.dismissBlock({ articleId, blockId: key, reason });
        await unlessGone(client.article.reopenBlock({ articleId, blockId: key }));
        return null;
      },
    }),
  };
}

/** Taking away what is not there has done what was asked. */
async function unlessGone(removal: Promise<unknown>): Promise<void> {
  try {
    await removal;
  } catch (error) {
    if (codeOf(error) !== "NOT_FOUND") throw error;
  }
}
