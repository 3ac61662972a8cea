import pg from "pg";
import { now } from "./clock.ts";

/** Moments of `now()`: when the server asked the database to commit, and when it had the answer that it is. */
export interface Commit {
  sent: number;
  done: number;
}

/** By the id of the claim that was marked. */
const moments = new Map<string, Commit>();
export const commitMoments = (): Map<string, Commit> => moments;

type Query = (this: pg.Client, ...values: unknown[]) => unknown;

/**
 * Notes when transactions that append a claim's event ask for their COMMIT and when they hear that it is done, by
 * looking over the driver's shoulder. The database commits between the two: what is measured from the first holds its
 * flush to disk, what is measured from the second does not.
 */
export function watchCommits(): void {
  const underWay = new WeakMap<pg.Client, string>();
  const original = pg.Client.prototype.query as Query;
  const watched: Query = function (...values) {
    const { text, parameters } = statementOf(values);
    if (text.startsWith("COMMIT")) {
      const claimId = underWay.get(this);
      underWay.delete(this);
      const sent = now();
      const answer = original.apply(this, values);
      if (claimId !== undefined && !moments.has(claimId))
        void Promise.resolve(answer).then(() => moments.set(claimId, { sent, done: now() }));
      return answer;
    }
    if (text.includes('INSERT INTO "Event"')) {
      // As the columns stand: kind, article, claim.
      const kind = parameters.indexOf("claim.created");
      const claimId = parameters[kind + 2];
      if (kind >= 0 && typeof claimId === "string") underWay.set(this, claimId);
    }
    return original.apply(this, values);
  };
  pg.Client.prototype.query = watched as typeof pg.Client.prototype.query;
}

function statementOf([first, second]: unknown[]): { text: string; parameters: unknown[] } {
  if (typeof first === "string") return { text: first, parameters: Array.isArray(second) ? second : [] };
  const config = first as { text?: unknown; values?: unknown } | null;
  return {
    text: typeof config?.text === "string" ? config.text : "",
    parameters: Array.isArray(config?.values) ? config.values : Array.isArray(second) ? second : [],
  };
}
