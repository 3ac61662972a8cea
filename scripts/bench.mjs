import { spawnSync } from "node:child_process";
import { requireNode } from "./node-version.mjs";
import { inRoot } from "./places.mjs";

requireNode();
const { prepare } = await import("./preparation.mjs");
await prepare({ built: false });
// The measurements are TypeScript: a Node of their own that understands it.
const args = ["--expose-gc", "--import", "tsx", inRoot("scripts/bench-run.ts"), ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, args, { stdio: "inherit", cwd: inRoot() }).status ?? 1);
