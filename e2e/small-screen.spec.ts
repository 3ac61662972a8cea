import { expect, test } from "./fixtures.ts";
import { Workbench } from "./pages/workbench.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");
const passage = "東アジアの安全保障や国際社会の動向に大きな影響を及ぼします";

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

test("a finger marks a passage and settles it in the sheet from below", async ({
  page,
  signIn,
  article,
  desk,
}) => {
  await signIn("editor");
  const bench = new Workbench(page);
  await bench.open(article.id);
  await bench.text.getByText(passage).scrollIntoViewIfNeeded();
  const { from } = await bench.placeOf(passage);
  await page.touchscreen.tap(from.x + 4, from.y);
  // A long press and the handles are the browser's own; what the page sees of them is the selection.
  await bench.text.evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at >= 0) document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
  }, passage);
  await bench.offer.tap();
  await expect(bench.panel.quote).toHaveText(passage);
  await expect.poll(() => desk.quotes(article.id)).toEqual([passage]);

  const raise = bench.panel.root.getByRole("button", { name: t("claim.raise") });
  if (await raise.isVisible()) await raise.tap();
  await expect(bench.panel.root.getByRole("button", { name: t("claim.lower") })).toBeVisible();
  await bench.panel.field("statement").fill("影響は大きい。");
  await bench.panel.rating.tap();
  await page.getByRole("menuitemradio", { name: /^根拠不明/ }).tap();
  await bench.panel.summary.fill("予測であり、確かめられない。");
  await bench.panel.settleButton.tap();
  await expect(bench.panel.reopenButton).toBeVisible();
  await expect.poll(async () => (await desk.claims(article.id))[0]?.workState).toBe("settled");

  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await bench.panel.root.getByRole("button", { name: t("claim.close") }).tap();
  await expect(bench.stampOf(passage)).toBeVisible();
});

test("a bullet is marked by one tap", async ({ page, signIn, article }) => {
  await signIn("editor");
  const bench = new Workbench(page);
  await bench.open(article.id);
  const bullet = "地域の平和と安定のためには、包摂的な外交対話と国際協調が不可欠です。";
  await bench.bullet(bullet).scrollIntoViewIfNeeded();
  await bench.markOf(bullet).tap();
  await expect(bench.panel.quote).toHaveText(bullet);
});
