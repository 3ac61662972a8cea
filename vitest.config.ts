import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Half-hour-and-fifteen off UTC: a date that was formatted in the wrong zone shows at once. */
const env = { TZ: "Asia/Kathmandu" };
const never = ["node_modules/**", ".*/**", "e2e/**"];

/**
 * How long a test may take and wait, in milliseconds. Only what never comes is a fault: a machine with much else to do is
 * none, and what has to be quick is measured by `npm run bench`.
 */
const patience = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } };

export default defineConfig({
  test: {
    // Vitest would leave a core to itself, which of two is half of all.
    maxWorkers: availableParallelism(),
    ...patience,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx,mjs}"],
          exclude: [...never, "**/*.db.test.*"],
          setupFiles: ["scripts/vitest/silence.ts"],
          env,
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["**/*.db.test.{ts,mjs}"],
          exclude: never,
          globalSetup: ["scripts/vitest/postgres.ts"],
          setupFiles: ["scripts/vitest/silence.ts", "scripts/vitest/database.ts"],
          env,
          pool: "forks",
        },
      },
    ],
  },
});
