import type { Claim, Prose } from "#prisma/generated/client.ts";
import { proseColumns, proseOf, writersWith } from "#server/claim-prose.ts";
import { type Db, transaction } from "#server/db.ts";
import {
  backToChecking,
  findVerdict,
  scaleOf,
  storedRationale,
  valuesOf,
  writeDraft,
} from "#server/draft-verdict.ts";
import { appendEvent } from "#server/event-log.ts";
import { changesBetween, changesData } from "#server/field-changes.ts";
import { lockClaimEvenDeleted } from "#server/lock.ts";
import { log } from "#server/log.ts";
import { mergeAside } from "#server/prose/aside.ts";
import type { MergedProse } from "#server/prose/merge.ts";
import { DESK_WORK } from "#server/worker-pool.ts";

export interface StoreProseInput {
  claimId: string;
  /** What a room holds, as a Yjs update. */
  state: Uint8Array;
  /** Who wrote in it since it was stored last, the last one last. */
  writers: readonly string[];
}

/**
 * Merges what a room holds into the stored document, and writes what is read from it on the claim's verdict, in one
 * transaction. Rights were asked when each word came in; the server stores on nobody's behalf. The log hears of prose
 * when the writing rests (`tell-prose.ts`), and at once where it changes how far the work is: the claim was settled, or
 * nobody had begun. Text of a claim that was deleted meanwhile is stored alike, for its return. Answers true where anything
 * was new.
 */
export async function storeProse({ claimId, state, writers }: StoreProseInput): Promise<boolean> {
  return await transaction(async (tx) => {
    const claim = await lockClaimEvenDeleted(tx, claimId);
    const stored = await proseOf(tx, claim);
    const merged = await mergeAside({ stored: stored.state, state }, writers.at(-1) ?? DESK_WORK);
    if (!merged) return false;
    await keep(tx, claim, stored, merged, writers);
    return true;
  });
}

async function keep(
  tx: Db,
  claim: Claim,
  stored: Prose,
  { state, written: read }: MergedProse,
  writers: readonly string[],
) {
  const before = { summary: stored.summary, rationale: storedRationale(stored.rationale) };
  if (!read) log().warn({ claimId: claim.id }, "prose cannot be read; what was read from it before stays");
  const written = read ?? before;
  const all = writersWith(stored.writers, writers);
  await tx.prose.update({
    where: { claimId: claim.id },
    data: {
      ...proseColumns(state, written),
      writers: all,
      untoldSince: stored.untoldSince ?? new Date(),
    },
  });
  const verdict = await findVerdict(tx, claim.id);
  const changes = changesBetween(valuesOf(verdict), { ...written });
  if (changes.length === 0) return;
  const authorId = all.at(-1) ?? claim.createdById;
  const scale = await scaleOf(tx, claim, verdict);
  const subjectId = await writeDraft(tx, { claim, verdict, changes, scale, authorId });
  const work = await backToChecking(tx, authorId, claim);
  if (work.length === 0) return;
  await appendEvent(tx, {
    kind: "verdict.updated",
    actorId: authorId,
    articleId: claim.articleId,
    claimId: claim.id,
    subjectId,
    data: { ...changesData(work), writers: all },
  });
}
