import pg from "pg";
import { now } from "./clock.ts";

/** By claim id: the moment (of `now()`) at which the server asked the database to commit what was said of the claim. */
const moments = new Map<string, number>();
export const commitMoments = (): Map<string, number> => moments;

type Query = (this: pg.Client, ...values: unknown[]) => unknown;

/**
 * Notes when transactions that append a claim's event ask for their COMMIT, by looking over the driver's shoulder.
 * The moment before the COMMIT is sent is earlier than any at which the claim can be called committed, so what is
 * measured from it holds the database's own commit, flush to disk included.
 */
export function watchCommits(): void {
  const underWay = new WeakMap<pg.Client, string>();
  const original = pg.Client.prototype.query as Query;
  const watched: Query = function (...values) {
    const { text, parameters } = statementOf(values);
    if (text.startsWith("COMMIT")) {
      const claimId = underWay.get(this);
      if (claimId !== undefined && !moments.has(claimId)) moments.set(claimId, now());
      underWay.delete(this);
    } else if (text.includes('INSERT INTO "Event"')) {
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
