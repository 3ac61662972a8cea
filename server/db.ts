import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "#prisma/generated/client.ts";
import { noteRolledBack } from "#server/as-of.ts";
import { DoneMeanwhile, once, takeDeed } from "#server/deed.ts";
import { env } from "#server/env.ts";
import { preparedName } from "#server/prepared-statement.ts";
import { TurnTakingClient } from "#server/turn-taking-client.ts";

/** A transaction, or the client itself where one statement is enough. */
export type Db = Prisma.TransactionClient;

/** Next keeps modules per bundle and reloads them in development: the pool must outlive both. */
const kept = globalThis as typeof globalThis & { uratoriDb?: PrismaClient };

/** The one database client of this process, made on first use so that a build needs no database. */
export function db(): PrismaClient {
  kept.uratoriDb ??= new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: env().DATABASE_URL, Client: TurnTakingClient },
      { statementNameGenerator: ({ sql }) => preparedName(sql) },
    ),
  });
  return kept.uratoriDb;
}

/** How long a transaction may take, in milliseconds. */
const TIMEOUT = 20_000;

/**
 * Runs `work` in one transaction: all of its rows and its event, or nothing; once only, where the request is a deed.
 * Read Committed is enough because every command locks the rows it decides on.
 */
export async function transaction<Result>(
  work: (tx: Db) => Promise<Result>,
  { timeout = TIMEOUT }: { timeout?: number } = {},
): Promise<Result> {
  const deed = takeDeed();
  if (!deed) return await begin(work, timeout);
  const doOnce = () => begin((tx) => once(tx, deed, work), timeout);
  try {
    return await doOnce();
  } catch (error) {
    if (error instanceof DoneMeanwhile) return await doOnce();
    throw error;
  }
}

async function begin<Result>(work: (tx: Db) => Promise<Result>, timeout: number): Promise<Result> {
  try {
    return await db().$transaction(work, { maxWait: 10_000, timeout });
  } catch (error) {
    noteRolledBack();
    throw error;
  }
}
