import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { migrate } from "./migrations.mjs";
import { Refusal } from "./refusal.mjs";
import { copyIn, copyOut, spellTheSame, Tally, tablesOf } from "./table-copy.mjs";
import { tableFile } from "./take-backup.mjs";

/** @typedef {import("./take-backup.mjs").Manifest} Manifest */
/** @typedef {import("./table-copy.mjs").Written} Written */

const quoted = pg.escapeIdentifier;
const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/** @param {string} folder @returns {Manifest} @throws Refusal where it is none */
export function manifestIn(folder) {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
    if (manifest.format === "uratori-backup" && manifest.version === 1) return manifest;
  } catch {
    // Told below.
  }
  throw new Refusal(`${folder} is no backup that this version can read`);
}

/**
 * Reads every file of a backup to its end and compares it with what the backup says of itself.
 *
 * @param {string} folder
 * @throws Refusal naming the first table whose file is damaged or another
 */
export async function checkBackup(folder) {
  const manifest = manifestIn(folder);
  for (const table of manifest.tables) {
    const tally = new Tally();
    await pipeline(createReadStream(tableFile(folder, table.name)), createGunzip(), tally, nowhere()).catch(
      (error) => refuseDamaged(table, error.message),
    );
    requireSame(table, tally, "its file");
  }
  return manifest;
}

/**
 * Puts a backup into an empty database and proves that the same is there: every table is read again and its number of
 * rows and hash are compared with the backup's. All of it happens, or nothing. Afterwards the database is brought to the
 * schema of this checkout.
 *
 * @param {string} folder
 * @param {string} url an empty database
 * @param {(note: string) => void} [note]
 * @returns {Promise<Manifest>}
 * @throws Refusal where the database is not empty, the backup is damaged or newer than this checkout
 */
export async function restoreBackup(folder, url, note = () => {}) {
  const manifest = await checkBackup(folder);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      "SELECT FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'S')",
    );
    if (rows.length > 0) throw new Refusal("the database is not empty: name one that is");
    await migrate(url, note, manifest.migrations);
    await client.query("BEGIN");
    await spellTheSame(client);
    const constraints = await foreignKeysOf(client);
    for (const { owner, name } of constraints)
      await client.query(`ALTER TABLE ${owner} DROP CONSTRAINT ${quoted(name)}`);
    for (const table of manifest.tables) {
      note(table.name);
      await readTable(client, table, folder);
    }
    for (const { owner, name, definition } of constraints)
      await client.query(`ALTER TABLE ${owner} ADD CONSTRAINT ${quoted(name)} ${definition}`);
    for (const { name, value } of manifest.sequences)
      if (value !== null) await client.query("SELECT setval($1::regclass, $2)", [quoted(name), value]);
    await prove(client, manifest);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
  await migrate(url, note);
  return manifest;
}

/** @param {pg.Client} client @param {Written} table @param {string} folder */
async function readTable(client, table, folder) {
  const name = quoted(table.name);
  // Rules of the product's own (what may be added, who is woken) held when the rows were first written.
  await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  await client.query(`DELETE FROM ${name}`);
  await pipeline(
    createReadStream(tableFile(folder, table.name)),
    createGunzip(),
    client.query(copyFrom(copyIn(table))),
  );
  await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
}

/** @param {pg.Client} client @param {Manifest} manifest */
async function prove(client, manifest) {
  const there = new Map((await tablesOf(client)).map((table) => [table.name, table]));
  for (const table of manifest.tables) {
    const found = there.get(table.name);
    if (!found) throw new Refusal(`the table ${table.name} is not in the restored database`);
    const tally = new Tally();
    await pipeline(client.query(copyTo(copyOut({ ...found, columns: table.columns }))), tally, nowhere());
    requireSame(table, tally, "what was restored");
  }
}

/** @param {Written} table @param {{ rows: number, sha256: string }} found @param {string} what */
function requireSame(table, found, what) {
  if (found.rows === table.rows && found.sha256 === table.sha256) return;
  refuseDamaged(table, `${what} has ${found.rows} rows of ${table.rows}, and hash ${found.sha256}`);
}

/** @param {Written} table @param {string} how @returns {never} */
function refuseDamaged({ name }, how) {
  throw new Refusal(`the backup of ${name} is damaged: ${how}`);
}

/** @param {pg.Client} client @returns {Promise<{ owner: string, name: string, definition: string }[]>} */
async function foreignKeysOf(client) {
  const { rows } = await client.query(
    `SELECT conrelid::regclass::text AS owner, conname AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`,
  );
  return rows;
}
