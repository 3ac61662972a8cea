import { expect, test } from "./fixtures.ts";
import { DetailsDialog } from "./pages/details-dialog.ts";
import { Workbench } from "./pages/workbench.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");

test("what is said about an article is corrected by keyboard, and shown without a reload", async ({
  page,
  signIn,
  article,
  desk,
}) => {
  await signIn("editor");
  await new Workbench(page).open(article.id);
  const dialog = new DetailsDialog(page);
  await dialog.button.focus();
  await page.keyboard.press("Enter");
  await expect(dialog.field("title")).toBeFocused();
  await expect(dialog.field("title")).toHaveValue(article.title);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("北京の式典");
  await dialog.field("publisher").focus();
  await page.keyboard.type("裏取り新聞");
  await dialog.field("publishedAt").focus();
  await page.keyboard.type("2025年9月3日");
  await page.keyboard.press("Enter");
  await expect(dialog.root).toBeHidden();
  await expect(dialog.button).toBeFocused();

  const header = page.getByRole("main").locator("header");
  await expect(header).toContainText("裏取り新聞");
  await expect(header).toContainText("2025年9月3日");
  await expect(page.getByText("北京の式典", { exact: true })).toBeVisible();
  await expect(page).toHaveTitle(t("common.title", { page: "北京の式典" }));
  const saved = { title: "北京の式典", publisher: "裏取り新聞", publishedAt: "2025-09-03" };
  expect(await desk.article(article.id)).toMatchObject(saved);
  await page.goto("/articles");
  await expect(page.getByRole("link", { name: "北京の式典" }).first()).toBeVisible();
});

test("what can't be saved is said at its field, and nothing typed is lost", async ({
  page,
  signIn,
  article,
  desk,
}) => {
  await signIn("editor");
  const bench = new Workbench(page);
  await bench.open(article.id);
  const dialog = new DetailsDialog(page);
  await dialog.button.click();

  await test.step("what anybody can tell", async () => {
    await dialog.field("url").fill("ftp://example.jp/");
    await dialog.save.click();
    await expect(dialog.field("url")).toBeFocused();
    await expect(dialog.field("url")).toHaveAccessibleDescription(t("import.details.problems.urlInvalid"));
    await dialog.field("url").fill("https://example.jp/");
    await expect(dialog.field("url")).toHaveAccessibleDescription("");
  });

  await test.step("what only the server tells", async () => {
    await dialog.field("byline").fill("名".repeat(201));
    await dialog.save.click();
    await expect(dialog.field("byline")).toBeFocused();
    await expect(dialog.field("byline")).toHaveAccessibleDescription(/200/);
    expect((await desk.article(article.id)).url).toBeNull();
  });

  await test.step("typed text outlives a closed dialog and a reload, until it is given up", async () => {
    await dialog.field("byline").fill("佐藤 記者");
    await page.keyboard.press("Escape");
    await expect(dialog.root).toBeHidden();
    await page.reload();
    await bench.ready();
    await dialog.button.click();
    await expect(dialog.root).toContainText(t("articles.edit.kept"));
    await expect(dialog.field("byline")).toHaveValue("佐藤 記者");
    await dialog.root.getByRole("button", { name: t("articles.edit.cancel") }).click();
    await dialog.button.click();
    await expect(dialog.field("byline")).toHaveValue("");
    await expect(dialog.root).not.toContainText(t("articles.edit.kept"));
  });
});

test("two people who correct the same thing see both texts and choose", async ({
  page,
  signIn,
  article,
  desk,
  requestAs,
}) => {
  const reviewer = await requestAs("reviewer");
  const theyChange = async (change: Record<string, unknown>) => {
    const { version } = await desk.article(article.id);
    const data = { version, ...change };
    expect((await reviewer.patch(`/api/v1/articles/${article.id}`, { data })).status()).toBe(200);
  };
  await signIn("editor");
  await new Workbench(page).open(article.id);
  const dialog = new DetailsDialog(page);
  await dialog.button.click();
  await dialog.field("publisher").fill("わたしの新聞");
  await dialog.field("title").fill("わたしの題名");
  await dialog.field("url").fill("https://example.jp/mine");
  await theyChange({ publisher: "相手の新聞", title: "相手の題名", byline: "相手の筆者" });
  await dialog.save.click();

  for (const [field, mine, theirs] of [
    ["title", "わたしの題名", "相手の題名"],
    ["publisher", "わたしの新聞", "相手の新聞"],
  ] as const) {
    const conflict = dialog.conflict(field);
    await expect(conflict).toContainText(mine);
    await expect(conflict).toContainText(theirs);
    await expect(conflict).toContainText(t("claim.conflict.by", { name: "李 海" }));
    await expect(dialog.field(field)).toHaveValue(mine);
  }
  await expect(dialog.conflict("title").getByRole("button").first()).toBeFocused();
  await expect(dialog.field("byline"), "what was not touched follows").toHaveValue("相手の筆者");
  await expect(dialog.field("url")).toHaveValue("https://example.jp/mine");
  expect(await desk.article(article.id), "nothing is decided yet").toMatchObject({
    title: "相手の題名",
    publisher: "相手の新聞",
    url: null,
  });

  await dialog.save.click();
  await expect(dialog.conflict("title").getByRole("button").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.conflict("title")).toBeHidden();
  await dialog
    .conflict("publisher")
    .getByRole("button", { name: t("claim.conflict.takeTheirs") })
    .click();
  await expect(dialog.field("publisher")).toHaveValue("相手の新聞");
  await expect(dialog.field("publisher")).toBeFocused();
  await dialog.save.click();
  await expect(dialog.root).toBeHidden();
  expect(await desk.article(article.id)).toMatchObject({
    title: "わたしの題名",
    publisher: "相手の新聞",
    byline: "相手の筆者",
    url: "https://example.jp/mine",
  });
});

test("a viewer is not offered to correct anything", async ({ page, signIn, article }) => {
  await signIn("viewer");
  await new Workbench(page).open(article.id);
  await expect(page.getByRole("main").locator("header")).toContainText(
    t("workbench.revision", { number: 1 }),
  );
  await expect(new DetailsDialog(page).button).toHaveCount(0);
});

test.describe("in English, on a small screen", () => {
  test.use({ locale: "en-GB", viewport: { width: 360, height: 740 } });

  test("the dialog fits and says what it does", async ({ page, signIn, englishSpeaker, article, desk }) => {
    await signIn(englishSpeaker);
    const words = wordsOf("en");
    await new Workbench(page, words).open(article.id);
    const dialog = new DetailsDialog(page, words);
    await dialog.button.click();
    await dialog.field("byline").fill("A. Reporter");
    const { scrollWidth, clientWidth } = await dialog.root.evaluate(({ scrollWidth, clientWidth }) => ({
      scrollWidth,
      clientWidth,
    }));
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    await dialog.save.click();
    await expect(dialog.root).toBeHidden();
    expect((await desk.article(article.id)).byline).toBe("A. Reporter");
  });
});
