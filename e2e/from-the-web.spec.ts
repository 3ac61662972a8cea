import { expect, test } from "./fixtures.ts";
import { hydrated } from "./hydrated.ts";
import { type NewsSite, startNewsSite } from "./news-site.ts";
import { DetailsDialog } from "./pages/details-dialog.ts";
import { ImportPage } from "./pages/import.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");

const newsPage = (
  cost: string,
) => `<!doctype html><html lang="ja"><head><title>湾岸新橋の費用、市が公表｜湾岸新聞</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"湾岸新橋の費用、市が公表","datePublished":"2026-11-20T09:00:00+09:00",
"author":{"@type":"Person","name":"佐藤 葵"},"publisher":{"name":"湾岸新聞"}}</script></head>
<body><header><a href="/">湾岸新聞</a></header><main><article><h1>湾岸新橋の費用、市が公表</h1>
<p>湾岸市は20日、建設中の湾岸新橋の総工費が${cost}になると発表した。当初の計画を大きく上回る。</p>
<p>𠮷田市長は記者会見で「資材の値上がりが響いた」と述べ、来年度の予算に追加の費用を計上する考えを示した。</p>
</article></main><footer>著作権</footer></body></html>`;

// One site at one port for all of them.
test.describe.configure({ mode: "serial" });

test.describe("an article from the web", () => {
  let site: NewsSite;
  test.beforeAll(async () => {
    site = await startNewsSite();
  });
  test.afterAll(() => site.close());
  test.beforeEach(async ({ signIn }) => signIn("editor"));

  const address = (importing: ImportPage) =>
    importing.page.getByRole("textbox", { name: t("import.address.label") });
  const problem = (importing: ImportPage) =>
    importing.page.getByRole("form", { name: t("import.address.label") }).getByRole("alert");

  test("is fetched, kept over a reload, saved, watched, and told of when it changes", async ({
    page,
    desk,
    secondPerson,
  }) => {
    site.redirect("/short", "/news/bridge");
    site.publish("/news/bridge", newsPage("120億円"));
    const importing = new ImportPage(page);
    await importing.open();
    await address(importing).fill(`${site.origin}/short`);
    await address(importing).press("Enter");
    await expect(importing.count("paragraph", 2)).toBeVisible();
    await expect(importing.field("title")).toHaveValue("湾岸新橋の費用、市が公表");
    await expect(importing.field("publisher")).toHaveValue("湾岸新聞");
    await expect(importing.field("byline")).toHaveValue("佐藤 葵");
    await expect(importing.field("publishedAt")).toHaveValue("2026-11-20");
    await expect(importing.field("url")).toHaveValue(`${site.origin}/news/bridge`);
    await expect(page.getByText(/SHA-256 [0-9a-f]{12}/)).toBeVisible();
    await expect(page.getByText(/\/short から .+\/news\/bridge へ転送されました/)).toBeVisible();

    await page.reload();
    await hydrated(page);
    await expect(importing.count("paragraph", 2)).toBeVisible();
    const articleId = await importing.save();
    expect((await desk.article(articleId)).revision.text).toContain("総工費が120億円になる");

    const details = new DetailsDialog(page);
    await details.button.click();
    await page.getByRole("combobox", { name: t("articles.watch.label") }).click();
    await page.getByRole("option", { name: t("articles.watch.every.15") }).click();
    await expect(details.root.getByText(/前回の確認/)).toBeVisible();

    const viewer = await secondPerson("viewer");
    await viewer.page.goto(`/articles/${articleId}`);
    await hydrated(viewer.page);
    site.publish("/news/bridge", newsPage("150億円"));
    await details.root.getByRole("button", { name: t("articles.watch.lookNow") }).click();
    const notice = (where: typeof page) => where.getByText(/この記事は配信元で変わりました/);
    await expect(notice(viewer.page)).toBeVisible();
    await expect(viewer.page.getByRole("button", { name: t("articles.watch.change.see") })).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(notice(page)).toBeVisible();

    await page.getByRole("button", { name: t("articles.watch.change.see") }).click();
    await page.waitForURL(`**/articles/${articleId}/versions/new`);
    await expect(page.getByText("150億円").first()).toBeVisible();

    await page.goto(`/articles/${articleId}`);
    await page.getByRole("button", { name: t("articles.watch.change.letBe") }).click();
    await expect(notice(page)).toHaveCount(0);
    await expect(notice(viewer.page)).toHaveCount(0);
  });

  test("that can't be fetched is said where it was asked for, and nothing typed is lost", async ({
    page,
  }) => {
    const importing = new ImportPage(page);
    await importing.open();
    await importing.text.fill("題名\n\n打ち込んだ本文。");
    for (const [typed, sentence] of [
      ["no address", t("import.address.invalid")],
      ["http://localhost/", t("errors.FETCH_ADDRESS_REFUSED")],
      ["http://169.254.169.254/latest/", t("errors.FETCH_ADDRESS_REFUSED")],
      [`${site.origin}/missing`, t("errors.FETCH_STATUS")],
    ] as const) {
      await address(importing).fill(typed);
      await importing.page.getByRole("button", { name: t("import.address.fetch") }).click();
      await expect(problem(importing)).toContainText(sentence);
    }
    await expect(importing.text).toHaveValue("題名\n\n打ち込んだ本文。");
  });

  test("is offered to be fetched where nothing but its address was pasted", async ({ page }) => {
    site.publish("/news/other", newsPage("90億円"));
    const importing = new ImportPage(page);
    await importing.open();
    await importing.text.fill(`${site.origin}/news/other`);
    await page.getByRole("button", { name: t("import.source.fetchIt"), exact: true }).click();
    await expect(importing.field("title")).toHaveValue("湾岸新橋の費用、市が公表");
    await page.getByRole("button", { name: t("import.source.startOver") }).click();
    await expect(importing.text).toHaveValue("");
  });
});
