import { expect, test } from "vitest";
import { environmentComplaints } from "./check-environment-use.mjs";

const home = /** @type {const} */ (["server/env.ts", "process.env"]);

test.each([
  ["components/a.tsx", "const x = process.env.NODE_ENV;", 1],
  ["server/a.ts", 'const x = process["env"].PORT;', 1],
  ["server.ts", "process.env.PORT", 1],
  ["scripts/a.mjs", "process.env.PORT", 0],
  ["server/a.ts", "env().PORT", 0],
])("%s with %s: %i", (path, text, count) => {
  expect(environmentComplaints(new Map([home, [path, text]]))).toHaveLength(count);
});

test("losing the one place is a fault of the check", () => {
  expect(environmentComplaints(new Map())).toHaveLength(1);
});
