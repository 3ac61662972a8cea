import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { requireNode } from "./node-version.mjs";
import { inRoot } from "./places.mjs";

requireNode();
const { asEnvironment } = await import("./command.mjs");
const { freePort } = await import("./port.mjs");
const { prepare } = await import("./preparation.mjs");
const { step } = await import("./progress.mjs");
const { Refusal, run } = await import("./refusal.mjs");

const OUT = inRoot("docs/screenshots");
const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 360, height: 740 };

/**
 * What is pictured. `path` may be a function of the signed-in page, for addresses with an id in them.
 *
 * @typedef {import("playwright").Page} Page
 * @type {{ name: string, path: string | ((page: Page) => Promise<string>), signedIn: boolean }[]}
 */
const PAGES = [
  { name: "signin", path: "/signin", signedIn: false },
  { name: "articles", path: "/articles", signedIn: true },
  { name: "workbench", path: firstArticle, signedIn: true },
  { name: "report", path: async (page) => `${await firstArticle(page)}/report`, signedIn: true },
  { name: "import", path: "/articles/new", signedIn: true },
  { name: "members", path: "/members", signedIn: true },
  { name: "profile", path: "/profile", signedIn: true },
];

/** @type {{ name: string, viewport: { width: number, height: number }, colorScheme: "light" | "dark", locale: "ja" | "en" }[]} */
const LOOKS = [
  { name: "ja-wide-light", viewport: WIDE, colorScheme: "light", locale: "ja" },
  { name: "ja-wide-dark", viewport: WIDE, colorScheme: "dark", locale: "ja" },
  { name: "ja-narrow-light", viewport: NARROW, colorScheme: "light", locale: "ja" },
  { name: "en-wide-light", viewport: WIDE, colorScheme: "light", locale: "en" },
  { name: "en-narrow-dark", viewport: NARROW, colorScheme: "dark", locale: "en" },
];

/** @param {Page} page @returns {Promise<string>} */
async function firstArticle(page) {
  const answer = await page.request.get("/api/v1/articles");
  const { items } = await answer.json();
  return `/articles/${items[0].id}`;
}

await run(async () => {
  await prepare({ built: false });
  const port = await freePort();
  const base = process.env.E2E_URL || `http://localhost:${port}`;
  const server = process.env.E2E_URL ? null : await step("product", () => serve(port, base));
  try {
    await step("pictures", (note) => picture(base, note));
  } finally {
    server?.kill("SIGTERM");
    await new Promise((done) =>
      server && server.exitCode === null ? server.once("exit", done) : done(undefined),
    );
  }
});

/** @param {number} port @param {string} base */
async function serve(port, base) {
  const env = asEnvironment({ ...process.env, PORT: String(port), NEXT_DIST_DIR: ".next-test" });
  const child = spawn(process.execPath, [inRoot("scripts/serve-tests.mjs")], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  for (;;) {
    if (child.exitCode !== null) throw new Refusal("the product did not start");
    const up = await fetch(`${base}/signin`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return child;
    await new Promise((done) => setTimeout(done, 250));
  }
}

/** @param {string} base @param {(note: string) => void} note */
async function picture(base, note) {
  const { chromium } = await import("playwright");
  const { findChromium } = await import("./chromium.mjs");
  const { executablePath, args, env } = await findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args,
    env: /** @type {Record<string, string>} */ ({ ...process.env, ...env }),
  });
  mkdirSync(OUT, { recursive: true });
  for (const { name: look, ...options } of LOOKS)
    for (const { name, path, signedIn } of PAGES) {
      note(`${name} ${look}`);
      const context = await browser.newContext({ ...options, baseURL: base, reducedMotion: "reduce" });
      const page = await context.newPage();
      if (signedIn) await signIn(page, options.locale);
      await page.goto(typeof path === "string" ? path : await path(page), { waitUntil: "networkidle" });
      await page.screenshot({ path: `${OUT}/${name}-${look}.png` });
      await context.close();
    }
  await browser.close();
}

/** Signs in the way next-auth's own form does. @param {Page} page @param {string} locale */
async function signIn(page, locale) {
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  const form = { csrfToken, email: "editor@uratori.example", password: "uratori-demo", json: "true" };
  await page.request.post("/api/auth/callback/credentials", { form });
  await page.request.patch("/api/v1/profile", { data: { locale } });
}
