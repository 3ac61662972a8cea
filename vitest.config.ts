import { defineConfig } from "vitest/config";

/** Half-hour-and-fifteen off UTC: a date that was formatted in the wrong zone shows at once. */
const env = { TZ: "Asia/Kathmandu" };
const never = ["node_modules/**", ".*/**", "e2e/**"];

export default defineConfig({
  test: {
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
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
