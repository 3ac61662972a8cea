import { placedOf } from "#domain/anchor.ts";
import { expect, test } from "./fixtures.ts";
import { Workbench } from "./pages/workbench.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");
const bullet = "北京で開催される記念パレードは、中国の現代史における最大級の外交ショーとなる。";
const other = "習主席を中央に三首脳が並んだ姿は、国際社会への強いメッセージとなった。";

test.describe("marks", () => {
  test.beforeEach(async ({ signIn }) => signIn("editor"));

  test("are deleted, brought back, and taken back one by one", async ({ page, article, desk }) => {
    const claim = await desk.createClaim(
      article.id,
      { exact: bullet },
      { statement: "消してはならない要旨。" },
    );
    const bench = new Workbench(page);
    await bench.open(article.id, `?claim=${claim.id}`);
    await bench.panel.root.getByRole("button", { name: t("claim.more") }).click();
    await page.getByRole("menuitem", { name: t("claim.delete") }).click();
    await expect(bench.stamps).toHaveCount(0);
    await expect(
      bench.said.filter({ hasText: t("workbench.deleted", { number: 1 }) }).first(),
    ).toBeAttached();
    await expect.poll(() => desk.quotes(article.id)).toHaveLength(0);
    await page.getByRole("button", { name: t("workbench.undo"), exact: true }).click();
    await expect(bench.stampOf(bullet)).toBeVisible();
    await expect(bench.panel.field("statement")).toHaveValue("消してはならない要旨。");

    await page.keyboard.press("Escape");
    await bench.stampOf(bullet).click();
    await page.keyboard.press("Delete");
    await expect(bench.stamps).toHaveCount(0);
    await page.keyboard.press("Control+z");
    await expect(bench.stampOf(bullet)).toBeVisible();
    await expect.poll(() => desk.quotes(article.id)).toHaveLength(1);

    await bench.bullet(other).scrollIntoViewIfNeeded();
    await bench.bullet(other).hover();
    await bench.markOf(other).click();
    await expect(bench.stamps).toHaveCount(2);
    await page.keyboard.press("Control+z");
    await expect(bench.stamps).toHaveCount(1);
    await expect(bench.markOf(other)).toBeVisible();
    await expect.poll(() => desk.quotes(article.id)).toHaveLength(1);
  });

  test("are moved by their edges, by keyboard and by hand", async ({ page, article, desk }) => {
    const claim = await desk.createClaim(article.id, { exact: "三首脳が並んだ姿は" });
    const exact = async () => (await desk.claim(claim.id)).anchor.exact;
    const bench = new Workbench(page);
    await bench.open(article.id, `?claim=${claim.id}`);
    const start = page.getByRole("slider", { name: t("workbench.edges.start") });
    const end = page.getByRole("slider", { name: t("workbench.edges.end") });

    await end.focus();
    await page.keyboard.press("ArrowLeft");
    await expect(bench.panel.quote).toHaveText("三首脳が並んだ姿");
    await expect.poll(exact).toBe("三首脳が並んだ姿");
    await start.focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(exact).toBe("に三首脳が並んだ姿");
    // Moves in a row are one act: back is where it stood before the first.
    await page.keyboard.press("Control+z");
    await expect.poll(exact).toBe("三首脳が並んだ姿は");

    const { to } = await bench.placeOf("国際社会への強いメッセージ");
    const handle = await end.boundingBox();
    if (!handle) throw new Error("the edge is not on the screen");
    await bench.drag({ x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 }, to);
    await expect.poll(exact).toBe("三首脳が並んだ姿は、国際社会への強いメッセージ");
    await expect(bench.panel.quote).toHaveText("三首脳が並んだ姿は、国際社会への強いメッセージ");
  });

  test("may overlap, and a click where several stand asks which", async ({ page, article, desk }) => {
    const inner = "現代史における最大級の外交ショー";
    await desk.createClaim(article.id, { exact: bullet });
    await desk.createClaim(article.id, { exact: inner });
    const bench = new Workbench(page);
    await bench.open(article.id);
    await expect(bench.stamps).toHaveCount(2);
    await bench.clickOn(inner);
    await expect(page.getByRole("menu").getByText(t("workbench.whichClaim"))).toBeVisible();
    await page.getByRole("menuitem", { name: inner }).filter({ hasNotText: bullet }).click();
    await expect(bench.panel.quote).toHaveText(inner);
    await bench.clickOn("北京で開催される記念パレード");
    await expect(bench.panel.quote).toHaveText(bullet);
  });

  test("are left out with a reason, which can be taken back", async ({ page, article, desk }) => {
    const bench = new Workbench(page);
    await bench.open(article.id);
    await bench.bullet(bullet).scrollIntoViewIfNeeded();
    await bench.bullet(bullet).hover();
    await bench.dismissOf(bullet).click();
    await page.getByRole("menuitem", { name: t("workbench.reasons.not_checkable") }).click();
    await bench.coverage(1, 18);
    const dismissed = bench.margin.getByRole("button", {
      name: t("workbench.dismissedBullet", { reason: t("workbench.reasons.not_checkable") }),
    });
    await expect
      .poll(async () => (await desk.article(article.id)).dismissals.map(({ reason }) => reason))
      .toEqual(["not_checkable"]);
    await dismissed.click();
    await page.getByRole("menuitem", { name: t("workbench.reopen") }).click();
    await bench.coverage(0, 18);
    await expect.poll(async () => (await desk.article(article.id)).dismissals).toEqual([]);
  });

  test("never go over a block's edge", async ({ page, article, desk }) => {
    const bench = new Workbench(page);
    await bench.open(article.id);
    const { to } = await bench.placeOf(other);
    const { from } = await bench.placeOf(bullet);
    await bench.drag(from, to);
    await expect(page.getByText(t("workbench.refusal.crosses_blocks")).first()).toBeVisible();
    await expect(bench.offer).toHaveCount(0);
    await page.keyboard.press("n");
    expect(await desk.quotes(article.id)).toEqual([]);
  });

  test("snap to whole characters and leave punctuation at their edges out", async ({ page, desk }) => {
    const family = "👨‍👩‍👧の記事です";
    const { id } = await desk.createArticle({ content: `題名\n\n• 「${family}」。\n` });
    const bench = new Workbench(page);
    await bench.open(id);
    await bench.bullet(family).hover();
    await bench.margin.getByRole("button", { name: new RegExp(`^${t("workbench.markBulletHint")}`) }).click();
    await expect.poll(() => desk.quotes(id)).toHaveLength(1);
    const { revision } = await desk.article(id);
    for (const { anchor } of placedOf(await desk.claims(id))) {
      expect(anchor.exact).toContain(family);
      expect([...revision.text].slice(anchor.start, anchor.end).join("")).toBe(anchor.exact);
    }
  });
});
