import { mkdirSync } from "node:fs";
import { requireNode } from "./node-version.mjs";
import { inRoot } from "./places.mjs";

requireNode();
const { prepare } = await import("./preparation.mjs");
const { step } = await import("./progress.mjs");
const { run } = await import("./refusal.mjs");
const { serveProduct, signIn } = await import("./served-product.mjs");

/** `npm run screenshots -- import inbox` pictures those pages only. */
const wanted = process.argv.slice(2);
const OUT = inRoot("docs/screenshots");
const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 360, height: 740 };

/**
 * What is pictured. `path` may be a function of the signed-in page, for addresses with an id in them; `together`: with
 * a second person who is writing at the same claim; `does`: what is done on the page first; `press`: keys to press when
 * it is there;
 * `after`: makes the desk again what it was.
 *
 * @typedef {import("playwright").Page} Page
 * @type {{ name: string, path: string | ((page: Page) => Promise<string>), signedIn: boolean, together?: boolean, does?: (page: Page) => Promise<void>, press?: string[], after?: (page: Page) => Promise<void> }[]}
 */
const PAGES = [
  { name: "signin", path: "/signin", signedIn: false },
  { name: "articles", path: "/articles", signedIn: true },
  { name: "workbench", path: openedClaim, signedIn: true },
  { name: "report", path: async (page) => `${await firstArticle(page)}/report`, signedIn: true },
  { name: "import", path: "/articles/new", signedIn: true, does: bringPdf },
  { name: "members", path: "/members", signedIn: true },
  { name: "profile", path: "/profile", signedIn: true },
  { name: "inbox", path: "/inbox", signedIn: true },
  { name: "together", path: claimInWork, signedIn: true, together: true },
  { name: "migration", path: newVersion, signedIn: true, press: ["j"], after: discard },
  { name: "diff", path: newVersion, signedIn: true, press: ["v"], after: discard },
  { name: "versions", path: async (page) => `${await firstArticle(page)}/versions`, signedIn: true },
];

/** @type {{ name: string, viewport: { width: number, height: number }, colorScheme: "light" | "dark", locale: "ja" | "en" }[]} */
const LOOKS = [
  { name: "ja-light", viewport: WIDE, colorScheme: "light", locale: "ja" },
  { name: "en-dark", viewport: WIDE, colorScheme: "dark", locale: "en" },
  { name: "ja-narrow-dark", viewport: NARROW, colorScheme: "dark", locale: "ja" },
  { name: "en-narrow-light", viewport: NARROW, colorScheme: "light", locale: "en" },
];

/** A PDF as it was understood, beside its pages where there is room for both. @param {Page} page */
async function bringPdf(page) {
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles(inRoot("formats/samples/articles/survey-ja.pdf"));
  const text = page.locator("[data-edit-key]").first();
  await text.waitFor();
  // A phone shows one of both at a time.
  if ((page.viewportSize()?.width ?? 0) < WIDE.width) return await text.click();
  await page.locator("header button[aria-pressed]").click();
  await page.locator("canvas[data-drawn]").first().waitFor({ state: "attached" });
}

/** @param {Page} page @returns {Promise<string>} */
async function firstArticle(page) {
  const answer = await page.request.get("/api/v1/articles");
  const { items } = await answer.json();
  return `/articles/${items[0].id}`;
}

/** The workbench with a claim that has a verdict and evidence. @param {Page} page @returns {Promise<string>} */
async function openedClaim(page) {
  const article = await firstArticle(page);
  const answer = await page.request.get(`/api/v1${article}/claims`);
  const { items } = await answer.json();
  const settled = items.filter(
    (/** @type {{ evidenceCount: number }} */ { evidenceCount }) => evidenceCount > 1,
  );
  return `${article}?claim=${settled.at(-1).id}`;
}

/** The workbench with a claim nobody has settled yet. @param {Page} page @returns {Promise<string>} */
async function claimInWork(page) {
  const article = await firstArticle(page);
  const answer = await page.request.get(`/api/v1${article}/claims`);
  const { items } = await answer.json();
  const open = items.find((/** @type {{ workState: string }} */ { workState }) => workState === "checking");
  return `${article}?claim=${open.id}`;
}

/**
 * The first article with another text of it that waits to be saved: a number changed, a paragraph moved, one taken out.
 *
 * @param {Page} page @returns {Promise<string>}
 */
async function newVersion(page) {
  const article = await firstArticle(page);
  const draft = `/api/v1${article}/revision-draft`;
  const { revision } = await (await page.request.get(`/api/v1${article}`)).json();
  /** @type {{ kind: string, text: string }[]} */
  const blocks = revision.blocks;
  const at = blocks.findIndex(({ kind }) => kind === "bullet");
  const [moved] = blocks.splice(at, 1);
  blocks.splice(-2, 1);
  if (moved) blocks.push(moved);
  const lines = blocks.map(({ kind, text }) => `${LINE_START[kind] ?? ""}${text}`);
  const content = lines.join("\n\n").replace(/\d(?=[^\d]*$)/u, "7");
  await page.request.put(draft, { data: { format: "markdown", content } });
  return `${article}/versions/new`;
}

/** Throws the new version away again. @param {Page} page */
async function discard(page) {
  const draft = `/api/v1${await firstArticle(page)}/revision-draft`;
  const { id } = await (await page.request.get(draft)).json();
  await page.request.delete(`${draft}/${id}`);
}

/** How a block of a kind begins in Markdown. @type {Record<string, string>} */
const LINE_START = { heading: "## ", bullet: "- ", quotation: "> " };

/**
 * Somebody else who writes the rationale of the claim at `path`, and stays. @param {Page} page @param {string} path
 */
async function writeAlong(page, path) {
  await page.goto(path, { waitUntil: "networkidle" });
  const rationale = page.locator("[aria-multiline=true][contenteditable=true]").first();
  await rationale.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" 2024年の公表値で計算し直しています。");
}

await run(async () => {
  await prepare({ built: false });
  const given = process.env.E2E_URL;
  const { base, stop } = given ? { base: given, stop: async () => {} } : await step("product", serveProduct);
  try {
    await step("pictures", (note) => picture(base, note));
  } finally {
    await stop();
  }
});

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
    for (const { name, path, signedIn, together, does, press = [], after } of PAGES) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      note(`${name} ${look}`);
      const context = await browser.newContext({ ...options, baseURL: base, reducedMotion: "reduce" });
      const page = await context.newPage();
      if (signedIn) {
        await signIn(page.request, base);
        await page.request.patch("/api/v1/profile", { data: { locale: options.locale } });
      }
      const address = typeof path === "string" ? path : await path(page);
      await page.goto(address, { waitUntil: "networkidle" });
      const other = together ? await browser.newContext({ baseURL: base, viewport: WIDE }) : null;
      if (other) {
        await signIn(other.request, base, "reviewer");
        await writeAlong(await other.newPage(), address);
        const words = page.locator("[aria-multiline=true]").first().getByText("2024年の公表値").last();
        await words.waitFor({ state: "attached" });
        // On a phone the finding is on the sheet below; the faces and marks show who is here.
        if (await words.isVisible()) await words.scrollIntoViewIfNeeded();
      }
      await does?.(page);
      for (const key of press) await page.keyboard.press(key);
      await page.screenshot({ path: `${OUT}/${name}-${look}.png` });
      await after?.(page);
      await other?.close();
      await context.close();
    }
  await browser.close();
}
