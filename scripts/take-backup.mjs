import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { appliedNames } from "./migrations.mjs";
import { inRoot } from "./places.mjs";
import { Refusal } from "./refusal.mjs";
import { copyOut, sequencesOf, spellTheSame, Tally, tablesOf } from "./table-copy.mjs";

/**
 * What a backup says of itself, in `manifest.json` beside `tables/NAME.copy.gz`.
 *
 * @typedef {object} Manifest
 * @property {"uratori-backup"} format
 * @property {1} version
 * @property {string} product the version that made it
 * @property {string} takenAt ISO 8601; as of this moment everything stands, by the database's clock
 * @property {string} postgres
 * @property {string[]} migrations the schema it has
 * @property {import("./table-copy.mjs").Written[]} tables
 * @property {{ name: string, value: string | null }[]} sequences
 */

/** Where one table lies in a backup. @param {string} folder @param {string} name */
export const tableFile = (folder, name) => join(folder, "tables", `${encodeURIComponent(name)}.copy.gz`);

/**
 * Writes everything a desk holds into a new folder while it goes on working: all tables as they stood at one moment, each
 * with its number of rows and their hash. The folder is there when it is whole.
 *
 * @param {string} url the database
 * @param {string} folder absent so far
 * @param {{ secrets?: string | null, note?: (note: string) => void }} [options] `secrets`: a file that comes along
 * @returns {Promise<Manifest>}
 * @throws Refusal where the folder exists
 */
export async function takeBackup(url, folder, { secrets = null, note = () => {} } = {}) {
  const place = resolve(folder);
  if (existsSync(place)) throw new Refusal(`${place} exists already: name a folder that does not`);
  const half = `${place}.half-made`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(join(half, "tables"), { recursive: true, mode: 0o700 });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await spellTheSame(client);
    const { rows } = await client.query("SELECT now() AS at, current_setting('server_version') AS postgres");
    const tables = [];
    for (const table of await tablesOf(client)) {
      note(table.name);
      tables.push(await writeTable(client, table, half));
    }
    /** @type {Manifest} */
    const manifest = {
      format: "uratori-backup",
      version: 1,
      product: JSON.parse(readFileSync(inRoot("package.json"), "utf8")).version,
      takenAt: rows[0].at.toISOString(),
      postgres: rows[0].postgres,
      migrations: await appliedNames(client),
      tables,
      sequences: await sequencesOf(client),
    };
    await client.query("COMMIT");
    if (secrets && existsSync(secrets))
      writeFileSync(join(half, "secrets.json"), readFileSync(secrets), { mode: 0o600 });
    writeFileSync(join(half, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
    renameSync(half, place);
    return manifest;
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw error;
  } finally {
    await client.end();
  }
}

/**
 * @param {pg.Client} client
 * @param {import("./table-copy.mjs").Table} table
 * @param {string} folder
 * @returns {Promise<import("./table-copy.mjs").Written>}
 */
async function writeTable(client, table, folder) {
  const tally = new Tally();
  const file = createWriteStream(tableFile(folder, table.name), { flags: "wx", mode: 0o600, flush: true });
  await pipeline(client.query(copyTo(copyOut(table))), tally, createGzip(), file);
  const { rows, sha256 } = tally;
  return { name: table.name, columns: table.columns, rows, sha256 };
}
