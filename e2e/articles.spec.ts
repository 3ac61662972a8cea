import { expect, test } from "./fixtures.ts";
import { hydrated } from "./hydrated.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");

test("an article is found by its words, and the search has an address", async ({ page, signIn, desk }) => {
  const handle = crypto.randomUUID().slice(0, 8);
  const { id, title } = await desk.createArticle({
    content: `市長選の公約 ${handle}\n\n• 給食を無償にする。`,
  });
  await desk.openThread(id, { target: { exact: "給食" }, body: "費用はいくら？" });
  await signIn("viewer");
  await page.goto("/articles");
  await hydrated(page);
  const search = page.getByRole("searchbox", { name: t("articles.search.label") });
  const rows = page.getByRole("list", { name: t("articles.title") }).getByRole("listitem");
  await search.fill(handle);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(title);
  await expect(rows).toContainText(t("discussion.unresolved", { count: 1 }));
  await expect(page).toHaveURL(new RegExp(`q=${handle}`));
  await page.reload();
  await hydrated(page);
  await expect(rows).toHaveCount(1);
  await search.fill("この言葉はどこにもない");
  await expect(page.getByText(t("articles.nothing.title", { q: "この言葉はどこにもない" }))).toBeVisible();
  await page.getByRole("button", { name: t("articles.search.clear") }).click();
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
});

test("the brightness is chosen from the menu and kept", async ({ page, signIn }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await signIn("viewer");
  await page.goto("/articles");
  await hydrated(page);
  await page.getByRole("button", { name: t("shell.menu", { name: "森 ひかり" }) }).click();
  await page.getByRole("menuitemradio", { name: t("shell.schemes.dark") }).click();
  const html = page.locator("html");
  await expect(html).toHaveAttribute("data-mantine-color-scheme", "dark");
  await page.reload();
  await expect(html).toHaveAttribute("data-mantine-color-scheme", "dark");
});
