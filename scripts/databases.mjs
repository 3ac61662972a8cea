import pg from "pg";

/**
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** @param {{ url: (database: string) => string }} server @returns {Promise<string[]>} */
export async function databaseNames(server) {
  return await withClient(server.url("postgres"), async (client) => {
    const { rows } = await client.query("SELECT datname AS name FROM pg_database");
    return rows.map(({ name }) => name);
  });
}

/**
 * Makes a database unless it exists.
 *
 * @param {{ url: (database: string) => string }} server
 * @param {string} name
 * @param {string} [template] copied, with everything in it; nobody may be connected to it
 */
export async function ensureDatabase(server, name, template) {
  await withClient(server.url("postgres"), async (client) => {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (rowCount) return;
    const copy = template ? ` TEMPLATE ${pg.escapeIdentifier(template)} STRATEGY FILE_COPY` : "";
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}${copy}`);
  });
}

/** @param {{ url: (database: string) => string }} server @param {string} name */
export async function dropDatabase(server, name) {
  await withClient(server.url("postgres"), (client) =>
    client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`),
  );
}
