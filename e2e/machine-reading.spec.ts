import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { hydrated } from "./hydrated.ts";
import { ImportPage } from "./pages/import.ts";
import { ImportWork } from "./pages/import-work.ts";
import { printed } from "./printed.ts";
import { type Words, wordsOf } from "./words.ts";

const ja = wordsOf("ja");
const SCAN = readFileSync(new URL("../formats/samples/articles/scan.pdf", import.meta.url));
const PRINT = ["市は新しい橋の費用を120億円と見積もった。", "市長は3月4日に会見した。"];
/** Reading begins with starting the machine, and another test may have asked first. */
const PATIENCE = { timeout: 120_000 };

const png = (buffer: Buffer, name = "紙面.png") => ({ name, mimeType: "image/png", buffer });
const startIt = (page: Page, t: Words) => page.getByRole("button", { name: t("import.reading.start") });
/** How many places nobody compared yet. */
const left = (page: Page, t: Words) => page.getByText(t("import.work.unsure")).locator("b");

/** Whether nothing lies over the middle of an element. */
const isOnTop = (element: Element): boolean => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
};

/** From one marked place to the next by key, until one of these words is reached. */
async function goTo(page: Page, words: string): Promise<void> {
  const place = page.getByTestId("compared-words");
  const seen: string[] = [];
  while (seen.length < 20) {
    await page.keyboard.press("u");
    seen.push((await place.textContent()) ?? "");
    if (seen.at(-1) === words) return;
  }
  throw new Error(`${words} is not among ${seen.join(", ")}`);
}

test.beforeEach(async ({ signIn }) => signIn("editor"));

test("a picture of a page is read by machine, compared with it, and says so for ever", async ({
  page,
  browser,
  desk,
}) => {
  const importing = new ImportPage(page);
  const work = new ImportWork(page);
  await importing.open();
  await importing.choose(png(await printed(browser, PRINT)));
  await expect(page.getByText(ja("import.reading.warning"))).toBeVisible();
  await expectAccessible(page, "offered");
  await startIt(page, ja).click();
  await expect(page.getByRole("progressbar", { name: ja("import.reading.bar") })).toBeVisible();

  const first = work.block("市は新しい橋");
  await expect(first).toBeVisible(PATIENCE);
  await expect(page.getByText(ja("import.preview.notes.what.machine_read", { count: 1 }))).toBeVisible();
  const picture = work.original.getByRole("img", { name: ja("import.original.pageOf", { page: 1 }) });
  await expect(picture).toBeVisible();
  const marks = page.locator("[data-text] mark");
  await expect(marks.filter({ hasText: "120" })).toBeVisible();
  const places = Number(await left(page, ja).textContent());
  expect(places).toBeGreaterThanOrEqual(3);

  // The next place is framed on the picture and enlarged beside its words.
  await first.focus();
  await goTo(page, "120億");
  await expect(page.getByTestId("read-frame")).toBeInViewport();
  await expect(page.getByRole("img", { name: ja("import.work.cropOf", { words: "120億" }) })).toBeVisible();
  await expectAccessible(page, "comparing");
  await page.keyboard.press("c");
  await expect(left(page, ja)).toHaveText(String(places - 1));
  await expect(marks.filter({ hasText: "120" })).toHaveCount(0);

  // Another one is put right, and all of it is there after a reload, without the file.
  await goTo(page, "3");
  await page.keyboard.press("e");
  const correction = page.getByRole("textbox", { name: ja("import.work.correctTo", { words: "3" }) });
  await correction.fill("8");
  await correction.press("Enter");
  const mended = [
    "paragraph 市は新しい橋の費用を120億円と見積もった。",
    "paragraph 市長は8月4日に会見した。",
  ];
  await work.expectShown(...mended);
  await page.reload();
  await work.expectShown(...mended);
  await expect(left(page, ja)).toHaveText(String(places - 2));
  await expect(picture).toBeVisible();

  await importing.field("title").fill("新しい橋の費用");
  const id = await importing.save();
  const article = await desk.article(id);
  expect(article.revision.text).toContain("市長は8月4日に会見した。");
  // Whoever reads the article is told so above its words, without opening its history.
  const said = ja("workbench.machineRead.uncompared", { pages: 1, count: places - 2 });
  await expect(page.getByText(said)).toBeVisible();
  await expectAccessible(page, "the workbench says that a machine read it");
  await page.goto(`/articles/${id}/versions`);
  await expect(page.getByText(ja("versions.origin.machineRead", { pages: 1 }))).toBeVisible();
  await expect(page.getByText(ja("versions.origin.uncompared", { count: places - 2 }))).toBeVisible();
  const opened = await page.request.get(
    (await page
      .getByRole("link", { name: ja("versions.origin.picture", { page: 1 }) })
      .getAttribute("href")) ?? "",
  );
  expect(opened.headers()["content-type"]).toBe("image/webp");
  await page.goto(`/articles/${id}/report?scope=draft`);
  await expect(page.getByText("tesseract.js 7.0.0")).toBeVisible();
});

test("a reading is watched, left, come back to and stopped", async ({ page, browser }) => {
  const importing = new ImportPage(page);
  await importing.open();
  await importing.choose(png(await printed(browser, PRINT)));
  await startIt(page, ja).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await page.goto("/");
  await importing.open();
  // Whether it is still being read or was meanwhile, it is the same file.
  await expect(page.getByText("紙面.png").or(page.getByText("市は新しい橋"))).toBeVisible(PATIENCE);
  await page.getByRole("button", { name: ja("import.source.startOver") }).click();
  await expect(importing.text).toHaveValue("");

  await importing.choose(png(await printed(browser, PRINT), "別の紙面.png"));
  await startIt(page, ja).click();
  await page.getByRole("button", { name: ja("import.reading.cancel") }).click();
  // The file is still here, and may be read in another way.
  await expect(startIt(page, ja)).toBeVisible();
});

test("lines that run down, on a phone", async ({ page, browser }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const importing = new ImportPage(page);
  const work = new ImportWork(page);
  await importing.open();
  await importing.choose(
    png(
      await printed(browser, ["市は新しい橋の費用を公表した。", "市長は三月に会見した。"], {
        direction: "down",
      }),
    ),
  );
  await page.getByText(ja("import.reading.directions.down"), { exact: true }).click();
  await startIt(page, ja).click();
  await expect(work.list).toContainText("橋の費用を公表した", PATIENCE);
  await expectAccessible(page, "read on a phone");
  // The picture of what is compared stays in view, below the bar of the page, wherever the text is scrolled to.
  await page.getByRole("button", { name: ja("import.work.nextUnsure"), exact: true }).click();
  await work.list.evaluate((list) => list.scrollIntoView({ block: "start" }));
  const words = page.getByTestId("compared-words");
  await expect(words).toBeInViewport();
  expect(await words.evaluate(isOnTop)).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test("a scan is offered to the machine, and what it can't read has its sentence", async ({
  page,
  browser,
}) => {
  const importing = new ImportPage(page);
  await importing.open();
  await importing.choose({ name: "紙面.pdf", mimeType: "application/pdf", buffer: SCAN });
  await startIt(page, ja).click();
  await expect(importing.problem).toHaveText(ja("import.reading.failures.EMPTY"), PATIENCE);
  await page.getByRole("button", { name: ja("import.reading.again") }).click();
  await expect(startIt(page, ja)).toBeVisible();

  // Another file takes the place of what is being read, and of what was.
  await startIt(page, ja).click();
  await expect(startIt(page, ja)).toHaveCount(0);
  await importing.choose(png(await printed(browser, ["The new bridge opened in March 2019."])));
  await expect(page.getByText(ja("import.reading.title", { name: "紙面.png" }))).toBeVisible();
});

test("a new version that is a picture is read and compared before it is brought in", async ({
  page,
  browser,
  article,
}) => {
  await page.goto(`/articles/${article.id}/versions/new`);
  await hydrated(page);
  await page.locator("input[type=file]").setInputFiles(png(await printed(browser, PRINT)));
  await startIt(page, ja).click();
  const work = new ImportWork(page);
  await expect(work.block("市は新しい橋")).toBeVisible(PATIENCE);
  const places = Number(await left(page, ja).textContent());
  await work.block("市は新しい橋").focus();
  await goTo(page, "120億");
  await page.keyboard.press("c");
  await expect(left(page, ja)).toHaveText(String(places - 1));
  await page.reload();
  await expect(left(page, ja)).toHaveText(String(places - 1));
  await expectAccessible(page, "a new version");
  await page.getByRole("button", { name: ja("versions.source.compareRead") }).click();
  await expect(page.getByText(ja("versions.origin.uncompared", { count: places - 1 }))).toBeVisible();
});
