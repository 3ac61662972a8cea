import { spawnSync } from "node:child_process";
import { requireNode } from "./node-version.mjs";
import { inRoot } from "./places.mjs";

requireNode();
const { prepare } = await import("./preparation.mjs");
await prepare({ built: false });
// The history check is TypeScript: a Node of its own that understands it.
const args = ["--import", "tsx", inRoot("bench/history/many.ts"), ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, args, { stdio: "inherit", cwd: inRoot() }).status ?? 1);
