import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import { __wbg_set_wasm, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { inRoot } from "./places.mjs";

const WASM = inRoot("node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm");
const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** PostgreSQL's own one-byte `"char"`, which the catalogue is full of, and its `text`. */
const CHAR = 18;
const TEXT = 25;

/** Which columns of a result were `"char"`, by its array of rows, which the adapter passes on as it is. */
/** @type {WeakMap<unknown[], number[]>} */
const charColumns = new WeakMap();

/**
 * Prisma's adapter refuses columns of type `"char"`, and its own schema engine asks the catalogue for some. Here
 * such a column calls itself text and is remembered; `connectTo` gives it its name back behind the adapter.
 */
class CatalogueClient extends pg.Client {
  /**
   * @override
   * @param {any[]} asked whatever `pg` and its pool pass: a query, perhaps values, perhaps a callback
   */
  query(...asked) {
    const callback = asked.at(-1);
    if (typeof callback === "function")
      asked[asked.length - 1] = (/** @type {Error} */ error, /** @type {pg.QueryResult} */ result) =>
        callback(error, result && withoutChar(result));
    // @ts-expect-error the overloads of `pg` cannot be spread
    const answer = super.query(...asked);
    return answer?.then?.(withoutChar) ?? answer;
  }
}

/** @param {pg.QueryResult} result */
function withoutChar(result) {
  const fields = result.fields ?? [];
  const chars = fields.flatMap((field, index) => (field.dataTypeID === CHAR ? [index] : []));
  if (chars.length > 0) charColumns.set(result.rows, chars);
  for (const index of chars) Object.assign(fields[index] ?? {}, { dataTypeID: TEXT });
  return result;
}

/**
 * Prisma's adapter with two repairs: the catalogue's `"char"` (above), and scripts, which it would cut at every
 * semicolon, also inside the body of a function. Sent whole they run as PostgreSQL means it: one transaction.
 *
 * @param {string} url
 */
async function connectTo(url) {
  const adapter = await new PrismaPg({ connectionString: url, Client: CatalogueClient }).connect();
  open.add(adapter);
  const { queryRaw } = adapter;
  adapter.queryRaw = async (query) => {
    const result = await queryRaw.call(adapter, query);
    for (const index of charColumns.get(result.rows) ?? [])
      result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  adapter.executeScript = async (script) => {
    await adapter.underlyingDriver().query(script);
  };
  return adapter;
}

/** @type {Set<Awaited<ReturnType<PrismaPg["connect"]>>>} */
const open = new Set();

let loaded = false;

/** The package imports its WebAssembly as bundlers do; Node cannot, so the module is put together by hand. */
async function load() {
  if (loaded) return;
  const module = new WebAssembly.Module(readFileSync(WASM));
  const imports = {
    "./schema_engine_bg.js": /** @type {WebAssembly.ModuleImports} */ (/** @type {unknown} */ (glue)),
  };
  const { exports } = await WebAssembly.instantiate(module, imports);
  __wbg_set_wasm(exports);
  /** @type {() => void} */ (exports.__wbindgen_start)();
  // Where the engine leaves the reason before it gives up.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (/** @type {string} */ said) => console.error(said) },
  });
  loaded = true;
}

/**
 * Prisma's own schema engine, without the one its command line would download.
 *
 * @param {string} url the database it works on
 * @param {string} [scratchUrl] an empty database to replay migrations in; needed to tell a difference
 */
export async function schemaEngine(url, scratchUrl = url) {
  await load();
  const adapter = new PrismaPg({ connectionString: url });
  adapter.connect = () => connectTo(url);
  adapter.connectToShadowDb = () => connectTo(scratchUrl);
  const engine = await SchemaEngine.new(
    { datamodels: schemaFiles() },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  return {
    /**
     * Applies what is missing.
     *
     * @param {string[]} names of the migrations the database is to have
     * @returns {Promise<string[]>} names of the migrations applied
     */
    async apply(names) {
      const input = { migrationsList: migrationList(names), filters: NO_FILTERS };
      return (await engine.applyMigrations(input)).appliedMigrationNames;
    },
    /** Leaves the databases; the engine keeps its connections open otherwise. */
    async close() {
      const mine = [...open].filter((each) => !each.underlyingDriver().ended);
      open.clear();
      await Promise.all(mine.map((each) => each.dispose()));
    },
    /** The SQL that leads from the migrations to the schema; empty when they agree. @returns {Promise<string>} */
    async difference() {
      const files = schemaFiles().map(([path, content]) => ({ path, content }));
      const result = await engine.diff({
        from: { tag: "migrations", ...migrationList() },
        to: { tag: "schemaDatamodel", files },
        script: true,
        exitCode: null,
        filters: NO_FILTERS,
      });
      const sql = result.stdout ?? "";
      return /^\s*(--[^\n]*\s*)*$/.test(sql) ? "" : sql;
    },
  };
}

/** @returns {[path: string, content: string][]} */
function schemaFiles() {
  const folder = inRoot("prisma/schema");
  const names = readdirSync(folder).filter((name) => name.endsWith(".prisma"));
  return names.sort().map((name) => [join(folder, name), readFileSync(join(folder, name), "utf8")]);
}

/** Names of the migrations in the checkout, in the order they are applied. */
export function migrationNames() {
  const entries = readdirSync(inRoot("prisma/migrations"), { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

/** @param {string[]} [names] @returns {import("@prisma/schema-engine-wasm").MigrationList} */
function migrationList(names = migrationNames()) {
  const baseDir = inRoot("prisma/migrations");
  const migrationDirectories = names.map((name) => ({
    path: name,
    migrationFile: {
      path: "migration.sql",
      content: {
        tag: /** @type {const} */ ("ok"),
        value: readFileSync(join(baseDir, name, "migration.sql"), "utf8"),
      },
    },
  }));
  const lockfile = { path: "migration_lock.toml", content: 'provider = "postgresql"\n' };
  return { baseDir, lockfile, shadowDbInitScript: "", migrationDirectories };
}
