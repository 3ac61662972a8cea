import { client } from "#components/api/client.ts";
import { changesIn } from "#components/history/event-changes.ts";
import type { ClaimSummary } from "#domain/claim.ts";
import type { Event } from "#domain/event.ts";

/** How long a person who wants to take something back is kept waiting for who else was there, in milliseconds. */
const PATIENCE = 3000;
const DEPTH = 100;

/** What happened to a claim by others than `memberId`, the newest first; null where the log is not to be had. */
async function othersEvents(
  claim: Pick<ClaimSummary, "id" | "articleId">,
  memberId: string,
): Promise<Event[] | null> {
  const options = { signal: AbortSignal.timeout(PATIENCE) };
  const input = { articleId: claim.articleId, claimId: claim.id, limit: DEPTH };
  const events = await client.event.list(input, options).catch(() => null);
  return events && (events.items as Event[]).filter(({ actor }) => actor !== null && actor.id !== memberId);
}

/**
 * The names of others who worked on a claim, each once; null where the log is not to be had and the claim itself shows
 * that somebody may have.
 */
export async function othersAt(claim: ClaimSummary, memberId: string): Promise<string[] | null> {
  const events = await othersEvents(claim, memberId);
  if (events) return [...new Set(events.flatMap(({ actor }) => actor?.name ?? []))];
  const { verdict, evidenceCount, openThreads, createdBy } = claim;
  const mayBe =
    createdBy.id !== memberId ||
    (verdict !== null && verdict.author.id !== memberId) ||
    evidenceCount > 0 ||
    openThreads > 0;
  return mayBe ? null : [];
}

/** Who of the others changed a field of a claim last (its place is `target`); null where nobody knows. */
export async function lastChangedBy(
  claim: Pick<ClaimSummary, "id" | "articleId">,
  field: string,
  memberId: string,
): Promise<string | null> {
  const events = await othersEvents(claim, memberId);
  const changed = events?.find((event) =>
    field === "target"
      ? event.kind === "claim.moved"
      : changesIn(event).some((change) => change.field === field),
  );
  return changed?.actor?.name ?? null;
}
