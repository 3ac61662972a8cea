import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { Workbench } from "./pages/workbench.ts";

const PAGE = `<!doctype html><html lang="ja"><title>説明会</title><article><h1>説明会のお知らせ</h1>
<p>日時：2025年9月3日（水）<br>場所：市役所3階<br>定員：<s>120</s>80人</p>
<p>線量は10<sup>6</sup>ベクレル、CO<sub>2</sub>は<ins>5トン</ins>。</p>
<ul><li>予算<br>一億円</li></ul>
<table><tr><th>区分<th>意見<tr><td>市民<td>賛成<br>反対</table></article></html>`;

test.describe("what the source shows apart", () => {
  test.beforeEach(async ({ signIn }) => signIn("editor"));

  test("is shown apart, can be marked across, and stays apart in the report", async ({ page, desk }) => {
    const article = await desk.createArticle({ format: "html", content: PAGE });
    const bench = new Workbench(page);
    await bench.open(article.id);

    // Each line of the paragraph stands under the one before, at its own left edge.
    const first = await bench.placeOf("日時");
    const second = await bench.placeOf("場所");
    expect(second.from.y).toBeGreaterThan(first.from.y + 10);
    expect(Math.abs(second.from.x - first.from.x)).toBeLessThan(2);
    const [agree, disagree] = [await bench.placeOf("賛成"), await bench.placeOf("反対")];
    expect(disagree.from.y).toBeGreaterThan(agree.from.y + 10);

    // Struck words are printed and are no part of the text.
    const struck = bench.text.locator(".article-struck");
    await expect(struck).toHaveAttribute("data-words", "120");
    expect(await struck.evaluate((one) => getComputedStyle(one, "::before").content)).toBe('"120"');
    await expect(bench.text).not.toContainText("120");
    await expect(bench.text.getByText("線量は10⁶ベクレル、CO₂は5トン。")).toBeVisible();
    await expectAccessible(page);

    const from = await bench.placeOf("市役所3階");
    const to = await bench.placeOf("80人");
    await bench.drag(from.from, to.to);
    await bench.offer.click();
    await expect.poll(() => desk.quotes(article.id)).toEqual(["市役所3階\n定員： 80人"]);
    await page.keyboard.press("Escape");
    await page.reload();
    await bench.ready();
    await expect.poll(() => desk.quotes(article.id)).toEqual(["市役所3階\n定員： 80人"]);

    await page.goto(`/articles/${article.id}/report`);
    const report = page.getByRole("main");
    await expect(report.locator("s").first()).toHaveText("120");
    await expect(report.getByText("10⁶").first()).toBeVisible();
    await expectAccessible(page);
  });
});
