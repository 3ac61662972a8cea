import { createHash } from "node:crypto";
import { Transform } from "node:stream";
import pg from "pg";

/**
 * @typedef {object} Table
 * @property {string} name
 * @property {string[]} columns what is stored; columns that the database computes are not
 * @property {string[]} key the primary key, else all columns: in their order rows are written
 *
 * @typedef {object} Written
 * @property {string} name
 * @property {string[]} columns
 * @property {number} rows
 * @property {string} sha256 of the rows in PostgreSQL's text format, in the order of the key; hexadecimal
 */

const quoted = pg.escapeIdentifier;

/** How values are spelled: the same on every server, whatever it is set to. */
const SPELLING = [
  "SET LOCAL bytea_output = hex",
  "SET LOCAL datestyle = 'ISO, YMD'",
  "SET LOCAL intervalstyle = postgres",
  "SET LOCAL timezone = 'UTC'",
  "SET LOCAL extra_float_digits = 1",
  "SET LOCAL client_encoding = 'UTF8'",
].join("; ");

/** Within a transaction. @param {pg.ClientBase} client */
export const spellTheSame = (client) => client.query(SPELLING);

/** Prisma's own account of migrations is made by migrating. */
const NOT_DATA = "_prisma_migrations";

/** @param {pg.ClientBase} client @returns {Promise<Table[]>} by name */
export async function tablesOf(client) {
  const { rows } = await client.query(
    `SELECT c.relname AS name,
       array(SELECT a.attname::text FROM pg_attribute a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
         ORDER BY a.attnum) AS columns,
       array(SELECT a.attname::text FROM pg_index i CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS k(n, at)
         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.n
         WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY k.at) AS key
     FROM pg_class c
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> $1
     ORDER BY c.relname COLLATE "C"`,
    [NOT_DATA],
  );
  return rows.map(({ name, columns, key }) => ({ name, columns, key: key.length > 0 ? key : columns }));
}

/** The statement that writes a table's rows, in an order that no server's language changes. @param {Table} table */
export function copyOut({ name, columns, key }) {
  const order = key.map((column) => `${quoted(column)}::text COLLATE "C"`).join(", ");
  return `COPY (SELECT ${columns.map(quoted).join(", ")} FROM ${quoted(name)} ORDER BY ${order}) TO STDOUT`;
}

/** The statement that reads them again. @param {{ name: string, columns: string[] }} table */
export const copyIn = ({ name, columns }) =>
  `COPY ${quoted(name)} (${columns.map(quoted).join(", ")}) FROM STDIN`;

/** Counts and hashes rows that pass: one a line, line breaks inside of values are written as `\n`. */
export class Tally extends Transform {
  rows = 0;
  #hash = createHash("sha256");
  sha256 = "";

  /** @override @param {Buffer} chunk @param {string} _encoding @param {import("node:stream").TransformCallback} done */
  _transform(chunk, _encoding, done) {
    for (const byte of chunk) if (byte === 0x0a) this.rows += 1;
    this.#hash.update(chunk);
    done(null, chunk);
  }

  /** @override @param {import("node:stream").TransformCallback} done */
  _flush(done) {
    this.sha256 = this.#hash.digest("hex");
    done();
  }
}

/**
 * @param {pg.ClientBase} client
 * @returns {Promise<{ name: string, value: string | null }[]>} sequences and the last number each gave; null: none yet
 */
export async function sequencesOf(client) {
  const { rows } = await client.query(
    `SELECT sequencename AS name, last_value::text AS value FROM pg_sequences
     WHERE schemaname = current_schema() ORDER BY sequencename COLLATE "C"`,
  );
  return rows;
}
