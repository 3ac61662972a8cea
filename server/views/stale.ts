import { type Stale, staleLossSchema } from "#domain/claim.ts";

/** The columns of a claim whose words changed, with the revision that changed them; all null where none did. */
export interface StaleColumns {
  staleSince: Date | null;
  staleRevisionId: string | null;
  staleWas: string | null;
  staleLost: string | null;
}

/** `number`: of the revision that changed the words. */
export function staleView(row: StaleColumns, number: number | null | undefined): Stale | null {
  const { staleSince, staleRevisionId, staleWas, staleLost } = row;
  if (staleSince === null || staleRevisionId === null || staleWas === null || !number) return null;
  return {
    since: staleSince.toISOString(),
    revision: { id: staleRevisionId, number },
    was: staleWas,
    lost: staleLossSchema.nullable().parse(staleLost),
  };
}

/** The columns of a claim whose finding speaks of the words that stand. */
export const NOT_STALE: StaleColumns = {
  staleSince: null,
  staleRevisionId: null,
  staleWas: null,
  staleLost: null,
};
