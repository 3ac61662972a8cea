import { allTold, untoldChanges } from "#server/claim-prose.ts";
import { transaction } from "#server/db.ts";
import { findVerdict, printable, storedRationale } from "#server/draft-verdict.ts";
import { appendEvent } from "#server/event-log.ts";
import { changesData } from "#server/field-changes.ts";
import { lockClaimEvenDeleted } from "#server/lock.ts";

export interface TellProseInput {
  claimId: string;
  /** Does nothing where somebody wrote within these milliseconds, unless the first untold word is older than `latest`. */
  rest?: { ms: number; latest: number };
}

/**
 * Appends the one event that says from what to what a claim's prose changed since the log last heard of it, and who
 * wrote. Nothing where all is told, or where what was written was taken back again. The server tells on nobody's
 * behalf, of a claim that was deleted meanwhile as well.
 */
export async function tellProse({ claimId, rest }: TellProseInput): Promise<void> {
  await transaction(async (tx) => {
    const claim = await lockClaimEvenDeleted(tx, claimId);
    const prose = await tx.prose.findUnique({ where: { claimId } });
    if (!prose?.untoldSince || (rest && isWriting(prose.changedAt, prose.untoldSince, rest))) return;
    const now = { summary: prose.summary, rationale: storedRationale(prose.rationale) };
    const changes = untoldChanges(prose, now);
    await tx.prose.update({ where: { claimId }, data: allTold(now) });
    if (changes.length === 0) return;
    const verdict = await findVerdict(tx, claimId);
    await appendEvent(tx, {
      kind: "verdict.updated",
      actorId: prose.writers.at(-1) ?? null,
      articleId: claim.articleId,
      claimId,
      subjectId: verdict?.id ?? claimId,
      data: { ...changesData(changes.map(printable)), writers: prose.writers },
    });
  });
}

const isWriting = (last: Date, first: Date, { ms, latest }: { ms: number; latest: number }): boolean =>
  Date.now() - last.getTime() < ms && Date.now() - first.getTime() < latest;
