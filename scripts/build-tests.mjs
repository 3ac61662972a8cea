import { prepare } from "./preparation.mjs";
import { run } from "./refusal.mjs";

// Where Playwright's configuration has it, too.
process.env.NEXT_DIST_DIR = ".next-test";
await run(() => prepare({ built: true }));
