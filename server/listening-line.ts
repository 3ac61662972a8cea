import pg from "pg";
import { env } from "#server/env.ts";
import { Turns } from "#server/turns.ts";

/** The channel on which the database's triggers and the instances speak to each other. */
const CHANNEL = "uratori";

/** How often the line is tried, and how long an answer may take, in milliseconds: a dead line shows within the sum. */
const TRY_EVERY = 5_000;
const PATIENCE = 4_000;

/** One connection to the database that listens for as long as it lives. */
export interface Line {
  /** Sends messages to everybody who listens, ourselves included, in this order. Rejects where the line is dead. */
  send: (payloads: string[]) => Promise<void>;
  /** Settles when the line is dead, with the reason; never rejects. */
  lost: Promise<Error>;
  end: () => void;
}

/**
 * Opens a line and hands on what is said there.
 *
 * @throws where the database does not answer
 */
export async function openLine(hear: (payload: string) => void): Promise<Line> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: "uratori wake-ups",
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
    keepAlive: true,
  });
  const lost = new Promise<Error>((settle) => {
    client.on("error", settle);
    client.on("end", () => settle(new Error("The connection ended")));
  });
  client.on("notification", ({ payload }) => hear(payload ?? ""));
  try {
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
  } catch (error) {
    abandon(client);
    throw error;
  }
  // One statement at a time: the driver is about to give up queueing them itself.
  const turns = new Turns();
  const ask = (text: string, values: unknown[]) => turns.take(() => client.query(text, values));
  const timer = setInterval(() => void ask("SELECT 1", []).catch(() => abandon(client)), TRY_EVERY);
  void lost.then(() => clearInterval(timer));
  return {
    lost,
    end: () => abandon(client),
    send: async (payloads) => {
      await ask("SELECT pg_notify($1, said) FROM unnest($2::text[]) AS said", [CHANNEL, payloads]);
    },
  };
}

/** Nobody waits for the goodbye of a line that may be dead; `lost` settles with its end. */
function abandon(client: pg.Client): void {
  client.end().catch(() => {});
}
