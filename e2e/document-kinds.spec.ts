import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { ImportPage } from "./pages/import.ts";
import { Workbench } from "./pages/workbench.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");
const GIF = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

const PAGE = `<!doctype html><html lang="ja"><base href="https://news.example/"><title>湾岸の橋</title><article>
<h1>湾岸の橋はいくらか</h1>
<p>市は<ruby>東京<rt>とうきょう</rt></ruby>都の資料<sup><a href="#n1">[1]</a></sup>を<a href="/shiryo">公表した</a>と言う。</p>
<ol start="3"><li>三つ目の項目である。<ul><li>その中の点である。</ul><li>四つ目の項目である。</ol>
<table><caption>費用の推移</caption><tr><th>年<th>当初の費用<th>実際の費用
<tr><td>2018年<td>三億円だった<td><tr><td>2019年<td>四億円だった<td>五億円だった</table>
<figure><img alt="橋の図" src="data:image/gif;base64,${GIF}"><figcaption>橋の断面を示す図。</figcaption></figure>
<figure><img alt="夜景" src="/night.jpg"><figcaption>夜の橋の眺め。</figcaption></figure>
<img src="/logo.png"><video src="/v"></video>
<p id="n1">[1] 市の事業報告書。</p></article></html>`;

/** The words under what is painted, name by name, as the browser keeps them. */
const painted = (page: Page) =>
  page.evaluate(() =>
    [...CSS.highlights]
      .filter(([name]) => name.startsWith("claim-open"))
      .flatMap(([, highlight]) =>
        [...highlight].map((range) =>
          (range.startContainer.textContent ?? "").slice(range.startOffset, range.endOffset),
        ),
      )
      .sort(),
  );

test.describe("an article with everything an article may hold", () => {
  test.beforeEach(async ({ signIn }) => signIn("editor"));

  test("is shown before it is saved, with what can’t be brought", async ({ page }) => {
    const importing = new ImportPage(page);
    await importing.open();
    await importing.choose({ name: "橋.html", mimeType: "text/html", buffer: Buffer.from(PAGE) });
    const { preview } = importing;
    await expect(preview.getByText(t("import.preview.notes.title"))).toBeVisible();
    for (const what of ["picture_without_words", "video"] as const)
      await expect(preview.getByText(t(`import.preview.notes.what.${what}`, { count: 1 }))).toBeVisible();
    await expect(preview.getByRole("table").getByRole("cell", { name: "五億円だった" })).toBeVisible();
    await expect(preview.getByRole("link", { name: "公表した" })).toHaveAttribute(
      "href",
      "https://news.example/shiryo",
    );
    await expect(preview.locator("rt")).toHaveText("とうきょう");
    await expect(preview.getByText("橋の断面を示す図。")).toBeVisible();
    await expectAccessible(page);
  });

  test("is marked in a cell and over a reading, by mouse and by keyboard, where the words are", async ({
    page,
    desk,
  }) => {
    const article = await desk.createArticle({ format: "html", content: PAGE });
    const bench = new Workbench(page);
    await bench.open(article.id);

    await bench.dragOver("四億円だった");
    await bench.offer.click();
    await expect.poll(() => desk.quotes(article.id)).toEqual(["四億円だった"]);
    await page.keyboard.press("Escape");

    const from = await bench.placeOf("東京");
    const to = await bench.placeOf("都の資料");
    await bench.drag(from.from, to.to);
    await bench.offer.click();
    await expect.poll(() => desk.quotes(article.id)).toEqual(["東京都の資料", "四億円だった"]);
    // The reading over the words is no part of what is painted.
    await expect.poll(() => painted(page)).toEqual(["四億円だった", "東京", "都の資料"].sort());
    await page.keyboard.press("Escape");

    await bench.text.focus();
    await bench.clickOn("五億円だった");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Home");
    for (let letter = 0; letter < 3; letter += 1) await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Enter");
    await expect.poll(() => desk.quotes(article.id)).toContain("五億円");
    await page.keyboard.press("Escape");

    const stamp = bench.stampOf("四億円だった");
    const cell = bench.text.getByRole("cell", { name: "四億円だった" });
    const [stampBox, cellBox] = [await stamp.boundingBox(), await cell.boundingBox()];
    if (!stampBox || !cellBox) throw new Error("neither is on the screen");
    const middle = stampBox.y + stampBox.height / 2;
    expect(middle).toBeGreaterThan(cellBox.y);
    expect(middle).toBeLessThan(cellBox.y + cellBox.height);
    await bench.clickOn("都の資料");
    await expect(bench.panel.quote).toHaveText("東京都の資料");
    await expectAccessible(page);
  });

  test("leads out by its links, to footnotes and back, and shows the picture that came along", async ({
    page,
    desk,
    context,
  }) => {
    const article = await desk.createArticle({ format: "html", content: PAGE });
    await context.route("https://news.example/**", (route) => route.fulfill({ body: "資料" }));
    const bench = new Workbench(page);
    await bench.open(article.id);
    const link = bench.text.getByRole("link", { name: "公表した" });
    const opened = context.waitForEvent("page");
    await link.click();
    expect((await opened).url()).toBe("https://news.example/shiryo");

    await desk.createClaim(article.id, { exact: "公表した" });
    await expect(bench.stampOf("公表した")).toBeVisible();
    await link.click();
    await expect(bench.panel.quote).toHaveText("公表した");
    const byKey = context.waitForEvent("page");
    await link.focus();
    await page.keyboard.press("Enter");
    expect((await byKey).url()).toBe("https://news.example/shiryo");

    await bench.text.getByRole("link", { name: "[1]" }).click();
    await expect(bench.text.locator("li:target")).toHaveText("市の事業報告書。");
    await expect(bench.text.getByRole("link", { name: "https://news.example/night.jpg" })).toBeVisible();
    const picture = bench.text.getByRole("img", { name: "橋の図" });
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  });
});
