import { z } from "zod";
import { fieldChangeSchema } from "#domain/event.ts";
import type { Writer } from "#domain/writer.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { Db } from "#server/db.ts";
import { memberSummarySelect, memberSummaryView } from "#server/views/member.ts";

/** How far back is looked. A field in conflict was changed a moment ago; what is further back is answered as unknown. */
const DEPTH = 100;

const changedSchema = z.object({ changes: z.array(fieldChangeSchema) });

/** Who last changed each of `fields`, by the log: of a claim (its place is `target`), or of one thing that hangs on it. */
export async function lastWriters(
  tx: Db,
  { claimId, subjectId, fields }: { claimId: string; subjectId?: string; fields: readonly string[] },
): Promise<Writer[]> {
  const events = await tx.event.findMany({
    where: { claimId, ...(subjectId !== undefined && { subjectId }) },
    orderBy: { seq: "desc" },
    take: DEPTH,
    include: { actor: { select: memberSummarySelect } },
  });
  return fields.map((field) => {
    // The verdict's fields are told apart from the claim's own by a prefix that the log does not need.
    const name = field.replace(/^verdict\./, "");
    const event = events.find((candidate) => fieldsOf(candidate).includes(name));
    return {
      field,
      by: event?.actor ? memberSummaryView(event.actor) : null,
      at: event?.at.toISOString() ?? null,
    };
  });
}

function fieldsOf({ kind, data }: { kind: string; data: Prisma.JsonValue }): string[] {
  if (kind === "claim.moved") return ["target"];
  const parsed = changedSchema.safeParse(data);
  return parsed.success ? parsed.data.changes.map(({ field }) => field) : [];
}
