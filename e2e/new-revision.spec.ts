import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { Workbench } from "./pages/workbench.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");
const quote = "習主席を中央に三首脳が並んだ姿は、国際社会への強いメッセージとなった。";
const added = "追記：訪問は四日間の予定だ。";

/** The article's text as it would be pasted, with one more bullet before the claim's. */
const newText = (text: string) => `${text.replaceAll("\n", "\n\n").replace(quote, `${added}\n\n${quote}`)}\n`;

const topOf = (page: Page) =>
  page
    .locator("[data-block-id]")
    .filter({ hasText: quote })
    .evaluate((block) => block.getBoundingClientRect().top);

test.describe("a new version, while somebody has the article open", () => {
  test("comes to the page at once, under the same words", async ({ page, signIn, article, desk }) => {
    const { id } = await desk.createClaim(article.id, { exact: quote });
    await signIn("reviewer");
    const bench = new Workbench(page);
    await bench.open(article.id);
    const block = page.locator("[data-block-id]").filter({ hasText: quote });
    await block.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
    const top = await topOf(page);
    await desk.bringVersion(article.id, { content: newText(article.revision.text) });
    await desk.saveVersion(article.id);
    await expect(page.getByText(added)).toBeVisible();
    expect(Math.abs((await topOf(page)) - top), "pixels the reader's line moved").toBeLessThan(40);
    await expect(bench.stampOf(quote)).toBeVisible();
    expect((await desk.claim(id)).anchor).toMatchObject({ state: "exact", exact: quote });
  });

  test("waits until who writes wants it, and loses no letter", async ({ page, signIn, article, desk }) => {
    const { id } = await desk.createClaim(article.id, { exact: quote });
    await signIn("reviewer");
    const bench = new Workbench(page);
    await bench.open(article.id, `?claim=${id}`);
    await bench.panel.field("statement").fill("三首脳は並んで立った。");
    await desk.bringVersion(article.id, { content: newText(article.revision.text) });
    await desk.saveVersion(article.id);
    const show = page.getByRole("button", { name: t("live.revision.show") });
    await expect(show).toBeVisible();
    await expect(page.getByText(added)).toHaveCount(0);
    await show.click();
    await expect(page.getByText(added)).toHaveCount(1);
    await expect(show).toBeHidden();
    await expect(bench.panel.field("statement")).toHaveValue("三首脳は並んで立った。");
    await expect.poll(async () => (await desk.claim(id)).statement).toBe("三首脳は並んで立った。");
  });
});
