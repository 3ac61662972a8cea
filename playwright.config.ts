import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { findChromium } from "./scripts/chromium.mjs";
import { freePort } from "./scripts/port.mjs";

// Workers load this file again and must come to the same address: the first one leaves it in the environment.
process.env.E2E_PORT ||= String(await freePort());
const port = process.env.E2E_PORT;
// Where a test publishes articles of its own; the server may fetch from there although it is this machine.
process.env.E2E_NEWS_PORT ||= String(await freePort());

/** A server that runs already, e.g. `npm run dev`, or the one this file starts. */
const given = process.env.E2E_URL;
// Where the server's whole log goes: a test looks for what must not stand in it.
if (!given) process.env.E2E_LOG ||= join(import.meta.dirname, ".test", `server-${port}.log`);
const baseURL = given || `http://localhost:${port}`;
const browser = await findChromium();

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // A test waits for about as long as it works: three keep two cores busy with browsers, web server and database.
  workers: 3,
  // Only what never comes is a fault; a machine with much else to do is none.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL,
    // A recording of every test costs a sixth of the browser's work: `npx playwright test … --trace on` makes one.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(browser.executablePath ? { executablePath: browser.executablePath } : {}),
      args: browser.args,
      env: { ...process.env, ...browser.env } as Record<string, string>,
    },
  },
  ...(given
    ? {}
    : {
        webServer: {
          command: "node scripts/serve-tests.mjs",
          env: {
            PORT: port,
            NEXT_DIST_DIR: ".next-test",
            LOG_LEVEL: "trace",
            E2E_LOG: process.env.E2E_LOG ?? "",
            URATORI_FETCH_ALLOW: `127.0.0.1:${process.env.E2E_NEWS_PORT}`,
          },
          url: `${baseURL}/signin`,
          timeout: 900_000,
          stdout: "pipe",
          gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
        },
      }),
});
