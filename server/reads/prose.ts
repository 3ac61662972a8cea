import { Refusal } from "#domain/error.ts";
import { db } from "#server/db.ts";

/**
 * The stored state of a claim's shared document, for the room that people were let into already. NOT_FOUND before
 * anybody opened it.
 */
export async function readProseState(claimId: string): Promise<Uint8Array> {
  const prose = await db().prose.findUnique({ where: { claimId }, select: { state: true } });
  if (!prose) throw new Refusal("NOT_FOUND");
  return prose.state;
}

/** Claims whose prose was first written before `moment` and has not been told of, the oldest first. */
export async function readUntoldClaims(moment: Date): Promise<string[]> {
  const untold = await db().prose.findMany({
    where: { untoldSince: { lt: moment } },
    orderBy: { untoldSince: "asc" },
    select: { claimId: true },
    take: 100,
  });
  return untold.map(({ claimId }) => claimId);
}
