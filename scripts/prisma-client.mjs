import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { binOf, finish } from "./command.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { inRoot } from "./places.mjs";
import { Refusal } from "./refusal.mjs";

const STAMP = inRoot("prisma/generated/.stamp");

const wanted = () => fingerprint(["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);

/** Whether `prisma/generated` was made from the schema as it is now. */
export function clientIsCurrent() {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted();
}

/**
 * Writes the typed database client. Prisma insists on a schema engine it would download, and then does not call it
 * to generate: naming any program that exists keeps it from the network.
 */
export async function generateClient() {
  const stamp = wanted();
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
  const { code, output } = await finish(process.execPath, [binOf("prisma"), "generate"], { env });
  if (code !== 0) throw new Refusal(`the Prisma client could not be generated:\n${output.trim()}`);
  writeFileSync(STAMP, stamp);
}
