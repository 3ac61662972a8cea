import { expect, test } from "./fixtures.ts";
import { Workbench } from "./pages/workbench.ts";

test("an article can be read before any script has run", async ({ browser, sessionOf, article, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies(await sessionOf("viewer", "browser"));
  const page = await context.newPage();
  await page.goto(`${baseURL}/articles/${article.id}`);
  const text = page.getByRole("document", { name: article.title });
  await expect(text).toBeVisible();
  const { blocks } = article.revision;
  expect(await text.locator("h1,h2,h3,h4,p,li,blockquote").allTextContents()).toEqual(
    blocks.map((block) => block.text),
  );
  for (const words of ["はじめに", "参考元"])
    await expect(text.getByText(words, { exact: true })).toBeVisible();
  await context.close();
});

test("a reload stays where one was reading", async ({ page, signIn, article }) => {
  await signIn("viewer");
  const bench = new Workbench(page);
  await bench.open(article.id);
  const heading = bench.text.getByRole("heading", { name: /^5\. 米中露/ });
  await heading.evaluate((element) => element.scrollIntoView({ block: "start" }));
  await expect(heading).toBeInViewport();
  await page.reload();
  await bench.ready();
  await expect(heading).toBeInViewport();
});

test("nothing jumps when the scripts take over", async ({ page, signIn, article, desk }) => {
  const bullets = article.revision.blocks.filter(({ kind }) => kind === "bullet");
  for (const { id } of bullets) await desk.createClaim(article.id, { blockId: id });
  await signIn("editor");
  await page.addInitScript(() => {
    const shifts: { value: number; what: string[] }[] = [];
    Object.assign(window, { layoutShifts: shifts });
    interface Shift extends PerformanceEntry {
      value: number;
      sources: { node: Node | null }[];
    }
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[])
        shifts.push({
          value,
          what: sources.map(({ node }) => (node instanceof Element ? node.outerHTML : "")),
        });
    }).observe({ type: "layout-shift", buffered: true });
  });
  const bench = new Workbench(page);
  // The faces come the first time; what is measured is the change of hands, not their arrival.
  await bench.open(article.id);
  await page.evaluate(() => document.fonts.ready);
  await page.reload();
  await bench.ready();
  await expect(bench.stamps.first()).toBeVisible();
  const shifts = await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const { layoutShifts } = window as unknown as { layoutShifts: { value: number; what: string[] }[] };
    return layoutShifts.map(({ value, what }) => ({ value, what: what.map((html) => html.slice(0, 120)) }));
  });
  const total = shifts.reduce((sum, { value }) => sum + value, 0);
  expect(total, JSON.stringify(shifts)).toBeLessThan(0.02);
});
