import { db } from "#server/db.ts";

/** Notes that a digest could not be sent, for operators to see. What stays of the error is its code: its words hold addresses. */
export async function noteDigestFailure(memberId: string, error: unknown, now: Date): Promise<void> {
  const code = codeOf(error);
  await db().digestFailure.upsert({
    where: { memberId },
    create: { memberId, code, failures: 1, since: now, lastAt: now },
    update: { code, failures: { increment: 1 }, lastAt: now },
  });
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "string" && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? code : "UNKNOWN";
}
