import pg from "pg";
import { env } from "#server/env.ts";
import { log } from "#server/log.ts";
import { showPool } from "#server/observe/pools.ts";
import { preparedName } from "#server/prepared-statement.ts";

/** Enough for reads of a few milliseconds each. */
const CONNECTIONS = 4;
/** In milliseconds; whoever reads tries again. */
const PATIENCE = 10_000;

/** What can answer a statement: the client of `server/db.ts`, a transaction of it, or `QuickReads`. */
export interface Reader {
  $queryRaw<Rows>(text: TemplateStringsArray, ...values: unknown[]): PromiseLike<Rows>;
}

/**
 * Connections for the few statements that a hundred open pages wait for: asked of the driver itself, which costs a
 * fifth of the client's time. Reads only; whatever is written goes through `transaction`.
 */
export class QuickReads implements Reader {
  readonly #pool: pg.Pool;

  constructor() {
    this.#pool = new pg.Pool({
      connectionString: env().DATABASE_URL,
      application_name: "uratori reads",
      max: CONNECTIONS,
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
      keepAlive: true,
    });
    showPool("reads", this.#pool);
    // Of a connection that nobody uses: the next read opens another one.
    this.#pool.on("error", (error) => log().warn({ err: error }, "a connection for reading was lost"));
  }

  async $queryRaw<Rows>(text: TemplateStringsArray, ...values: unknown[]): Promise<Rows> {
    const sql = text.reduce((before, part, index) => `${before}$${index}${part}`);
    const { rows } = await this.#pool.query({ name: preparedName(sql), text: sql, values });
    // As with the client, who asks says what comes.
    return rows as Rows;
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}
