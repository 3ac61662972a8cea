import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { Workbench } from "./pages/workbench.ts";

/** Keeps the web fonts back, as a slow line does, until they are let through. */
async function withholdFonts(page: Page): Promise<() => Promise<void>> {
  const pattern = "**/*.woff2";
  let letThrough = () => {};
  const allowed = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(pattern, async (route) => {
    await allowed;
    // A page that has gone takes no font.
    await route.continue().catch(() => {});
  });
  return async () => {
    letThrough();
    await page.waitForFunction(() => document.fonts.status === "loaded");
  };
}

/** A frame was drawn with all that is known by now. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** Opens an article without waiting for its fonts. */
async function openWithoutFonts(bench: Workbench, articleId: string, query = ""): Promise<void> {
  await bench.page.goto(`/articles/${articleId}${query}`, { waitUntil: "domcontentloaded" });
  await bench.ready();
  await drawn(bench.page);
}

/** The last block that stands wholly in the window's upper nine tenths. */
const lastInView = (bench: Workbench): Promise<string> =>
  bench.text.evaluate((root) => {
    const limit = window.innerHeight * 0.9;
    const seen = [...root.querySelectorAll("[data-block-id]")].filter(
      (block) => block.textContent && block.getBoundingClientRect().bottom < limit,
    );
    return seen.at(-1)?.getAttribute("data-block-id") ?? "";
  });

for (const reducedMotion of ["reduce", "no-preference"] as const) {
  test(`the address of a claim shows it, also where fonts come late (motion: ${reducedMotion})`, async ({
    page,
    signIn,
    article,
    desk,
  }) => {
    await page.emulateMedia({ reducedMotion });
    await signIn("editor");
    const bench = new Workbench(page);
    const release = await withholdFonts(page);
    await openWithoutFonts(bench, article.id);
    const blockId = await lastInView(bench);
    const claim = await desk.createClaim(article.id, { blockId });

    await openWithoutFonts(bench, article.id, `?claim=${claim.id}`);
    await expect(bench.panel.quote).toHaveText(claim.anchor.exact);
    await release();
    const block = bench.text.locator(`[data-block-id="${blockId}"]`);
    await expect(block).toBeInViewport({ ratio: 1 });
    await drawn(page);
    await expect(block, "and there it stays").toBeInViewport({ ratio: 1 });
  });
}

test("a reader who moves is not brought back", async ({ page, signIn, article, desk }) => {
  await signIn("editor");
  const bench = new Workbench(page);
  const release = await withholdFonts(page);
  await openWithoutFonts(bench, article.id);
  const claim = await desk.createClaim(article.id, { blockId: await lastInView(bench) });
  await openWithoutFonts(bench, article.id, `?claim=${claim.id}`);
  await page.mouse.move(500, 400);
  await page.mouse.wheel(0, 1500);
  const scrolled = () => page.evaluate(() => window.scrollY);
  await expect.poll(scrolled).toBeGreaterThan(500);
  await release();
  await drawn(page);
  await expect(bench.text.locator(`[data-block-id="${claim.anchor.blockId}"]`)).not.toBeInViewport();
});
