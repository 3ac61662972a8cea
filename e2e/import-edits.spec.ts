import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { ImportPage } from "./pages/import.ts";
import { ImportWork } from "./pages/import-work.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");
const SURVEY = readFileSync(new URL("../formats/samples/articles/survey-ja.pdf", import.meta.url));

const TEXT = `湾岸の新橋

橋の概要

橋は2019年に着工した。市は費用を公表していない。

資材が値上がり

したと市は言う。

写真は本社ヘリから`;
const SHOWN = [
  "title 湾岸の新橋",
  "heading 橋の概要",
  "paragraph 橋は2019年に着工した。市は費用を公表していない。",
  "paragraph 資材が値上がり",
  "paragraph したと市は言う。",
  "paragraph 写真は本社ヘリから",
];

async function paste(page: Page, text = TEXT): Promise<{ importing: ImportPage; work: ImportWork }> {
  const importing = new ImportPage(page);
  await importing.open();
  await importing.text.fill(text);
  const work = new ImportWork(page);
  await expect(work.block("湾岸の新橋")).toBeVisible();
  return { importing, work };
}

/** Kinds as the importer guesses them are its own affair: every block is set before the test begins. */
async function settled(work: ImportWork): Promise<void> {
  for (const [at, block] of SHOWN.entries()) {
    const [kind = "", text = ""] = block.split(" ");
    if ((await work.shown())[at] === block) continue;
    await work.block(text).focus();
    await work.page.keyboard.press({ title: "t", heading: "h", paragraph: "p" }[kind] ?? "p");
  }
  await work.expectShown(...SHOWN);
}

test.describe("a preview is worked on", () => {
  test.beforeEach(async ({ signIn }) => signIn("editor"));

  test("by keyboard alone, taken back, kept over a reload, and saved as it was seen", async ({
    page,
    desk,
  }) => {
    const { importing, work } = await paste(page);
    await settled(work);
    const keys = page.keyboard;
    await work.block("したと").focus();
    await keys.press("m");
    await work.expectShown(...SHOWN.slice(0, 3), "paragraph 資材が値上がりしたと市は言う。", SHOWN[5] ?? "");
    await expect(work.block("資材が")).toBeFocused();

    // The third block: split behind its first sentence.
    await keys.press("k");
    await expect(work.block("橋は2019")).toBeFocused();
    await keys.press("i");
    for (let step = 0; step < 13; step += 1) await keys.press("ArrowRight");
    await keys.press("Enter");
    const split = ["paragraph 橋は2019年に着工した。", "paragraph 市は費用を公表していない。"];
    await work.expectShown(
      ...SHOWN.slice(0, 2),
      ...split,
      "paragraph 資材が値上がりしたと市は言う。",
      SHOWN[5] ?? "",
    );
    await expect(work.block("市は費用")).toBeFocused();

    await keys.press("b");
    await keys.press("End");
    await keys.press("x");
    const done = [
      ...SHOWN.slice(0, 2),
      split[0] ?? "",
      "bullet 市は費用を公表していない。",
      "paragraph 資材が値上がりしたと市は言う。",
    ];
    await work.expectShown(...done);
    await keys.press("Control+z");
    await work.expectShown(...done, SHOWN[5] ?? "");
    await expect(page.getByRole("status").getByText(/元に戻しました/)).toBeAttached();
    await keys.press("Control+Shift+z");
    await work.expectShown(...done);
    await keys.press("?");
    await expect(page.getByRole("dialog")).toContainText(t("import.keys.actions.split"));
    await keys.press("Escape");
    await expectAccessible(page, "worked on");

    await page.reload();
    await work.expectShown(...done);
    const article = await desk.article(await importing.save());
    expect(article.revision.blocks.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "heading 湾岸の新橋",
      ...done.slice(1),
    ]);
    await page.goto(`/articles/${article.id}/versions`);
    await expect(page.getByText(/人の手で\d+か所を手直し/)).toBeVisible();
  });

  test("but not while an input method composes, and not for another text", async ({ page }) => {
    const { importing, work } = await paste(page);
    await settled(work);
    await work.block("資材が").focus();
    await work.block("資材が").dispatchEvent("keydown", { key: "x", keyCode: 229, isComposing: true });
    await work.expectShown(...SHOWN);
    await page.keyboard.press("x");
    await expect(work.block("資材が").getByRole("button", { name: t("import.work.takeBack") })).toBeVisible();
    await importing.text.fill(`${TEXT}\n\n追記した。`);
    await expect(page.getByText(t("import.work.lostTitle"))).toBeVisible();
    await expect(work.block("資材が").getByRole("button", { name: t("import.work.takeBack") })).toHaveCount(
      0,
    );
  });

  test("by mouse: its title, what is left out and what comes back", async ({ page }) => {
    const { importing, work } = await paste(page);
    await settled(work);
    await work.block("橋の概要").click();
    await work.tool("kinds.title").click();
    await expect(importing.field("title")).toHaveValue("橋の概要");
    await work.tool("undo").click();
    await expect(importing.field("title")).toHaveValue("湾岸の新橋");
    const place = await work.placeBetween(work.block("橋は2019"), 13);
    await page.mouse.click(place.x, place.y);
    await work.tool("splitHere").click();
    await expect(work.block("市は費用")).toBeVisible();
    await work.block("写真は").click();
    await work.tool("leaveOut").click();
    await work
      .block("写真は")
      .getByRole("button", { name: t("import.work.takeBack") })
      .click();
    await expect.poll(async () => (await work.shown()).at(-1)).toBe(SHOWN[5]);
  });

  test("with its furniture, its uncertain pages and what a machine read", async ({ page }) => {
    await page.route("**/article-previews", async (route) => {
      const response = await route.fetch();
      const answer = await response.json();
      const [first, ...others] = answer.blocks;
      const unsure = (start: number, end: number) => ({ type: "unsure", start, end, what: "digit" });
      answer.blocks = [
        { ...first, place: { page: 1, top: 0 } },
        ...others.map((block: object, at: number) => ({
          ...block,
          place: { page: at < 1 ? 1 : 3, top: 0.2 },
        })),
        {
          kind: "paragraph",
          level: null,
          text: "費用は120億円と8O億円。",
          joins: [4],
          place: { page: 3, top: 0.9 },
          details: { marks: [unsure(3, 6), unsure(9, 11)] },
        },
      ];
      answer.leftOut = [
        { why: "related", before: 2, blocks: [{ kind: "bullet", level: 1, text: "関連：別の橋の話" }] },
      ];
      answer.notes = [
        { what: "uncertain_order", count: 1, pages: [3] },
        { what: "machine_read", count: 1, pages: [3] },
        { what: "struck", count: 1, words: ["百億円"] },
      ];
      await route.fulfill({ response, json: answer });
    });
    const { work } = await paste(page);
    const preview = new ImportPage(page).preview;
    await expect(preview.getByText("百億円")).toBeVisible();
    const fold = work.list.locator("[data-type=fold]");
    await expect(fold).toContainText(t("import.work.why.related"));
    await expectAccessible(page, "unsure");
    await fold.getByRole("button", { name: t("import.work.takeBack") }).click();
    await expect(work.block("関連：別の橋の話")).toBeVisible();
    await expect(work.block("関連：別の橋の話")).toHaveAttribute("data-kind", "bullet");

    await expect(work.list.getByText(t("import.work.uncertainPage", { page: 3 }))).toHaveCount(1);
    await preview
      .getByRole("button", { name: t("import.preview.notes.page", { page: 3 }) })
      .first()
      .click();
    await expect(work.list.locator("[data-uncertain]").first()).toBeFocused();

    const left = preview.getByText(/^未照合/);
    await expect(left).toHaveText(/2/);
    await page.keyboard.press("u");
    await page.keyboard.press("c");
    await expect(left).toHaveText(/1/);
    await page.keyboard.press("e");
    const field = preview.getByRole("textbox", { name: t("import.work.correctTo", { words: "8O" }) });
    await expect(field).toBeFocused();
    await field.fill("80");
    await field.press("Enter");
    await expect(work.block("費用は120億円と80億円。")).toBeFocused();
    await expect(left).toHaveCount(0);
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("a block is split where a finger was, joined and left out", async ({ page, signIn }) => {
    await signIn("editor");
    const { work } = await paste(page);
    await settled(work);
    const place = await work.placeBetween(work.block("橋は2019"), 13);
    await page.touchscreen.tap(place.x, place.y);
    await work.tool("splitHere").tap();
    await expect(work.block("市は費用")).toBeVisible();
    await work.tool("join").tap();
    await work.expectShown(...SHOWN);
    await work.block("写真は").tap();
    await work.tool("leaveOut").tap();
    await work.expectShown(...SHOWN.slice(0, 5));
    await page.getByRole("button", { name: t("import.preview.beside") }).tap();
    await page.getByRole("button", { name: t("import.work.side.original"), exact: true }).tap();
    await expect(work.original).toBeVisible();
    await expect(work.list).toBeHidden();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    await expectAccessible(page, "on a phone");
  });

  test("the tools keep to its width in English as well, whose words are longer", async ({
    page,
    signIn,
    englishSpeaker,
  }) => {
    await signIn(englishSpeaker);
    const importing = new ImportPage(page, wordsOf("en"));
    await importing.open();
    await importing.text.fill(TEXT);
    await expect(new ImportWork(page, wordsOf("en")).tools).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

test.describe("the original stands beside", () => {
  test.beforeEach(async ({ signIn }) => signIn("editor"));

  test("a page, which runs nothing and asks nobody", async ({ page, baseURL, trouble }) => {
    trouble.expect(/Blocked script execution in 'about:srcdoc'/);
    const foreign: string[] = [];
    page.on("request", (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(baseURL ?? ""))
        foreign.push(request.url());
    });
    const lines = Array.from(
      { length: 80 },
      (_, at) => `<p>橋の話の${at}行目である。市は公表した。</p>`,
    ).join("");
    const html = `<!doctype html><html lang="ja"><head><meta http-equiv="refresh" content="0;url=https://evil.example/">
      <base href="https://evil.example/"><link rel="stylesheet" href="https://evil.example/a.css">
      <style>@import "https://evil.example/b.css"; article { background: url(https://evil.example/c.png); color: rgb(1, 2, 3) }</style>
      <script>top.document.title = "taken"; fetch("https://evil.example/d")</script></head>
      <body onload="top.document.title = 'taken'"><article><h1>湾岸の新橋</h1><img src="https://evil.example/e.png" onerror="alert(1)">
      <svg><image href="https://evil.example/f.png"></image></svg><a href="https://evil.example/g">先へ</a>
      <iframe src="https://evil.example/h"></iframe><video poster="https://evil.example/i.png"></video>
      <p style="background-image: url(https://evil.example/j.png)">橋は開通した。</p>${lines}</article></body></html>`;
    const importing = new ImportPage(page);
    await importing.open();
    await importing.choose({ name: "橋.html", mimeType: "text/html", buffer: Buffer.from(html) });
    const work = new ImportWork(page);
    await expect(work.block("橋は開通した。")).toBeVisible();
    await page.getByRole("button", { name: t("import.preview.beside") }).click();
    const frame = work.original.frameLocator("iframe");
    await expect(frame.getByText("橋は開通した。")).toBeVisible();
    await expect(frame.locator("article")).toHaveCSS("color", "rgb(1, 2, 3)");
    await expect(frame.locator("script, iframe, [onerror], [href], [src]")).toHaveCount(0);
    await frame.getByText("先へ").click();
    await work.list.evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await expect
      .poll(() =>
        work.original.locator("iframe").evaluate((one: HTMLIFrameElement) => one.contentWindow?.scrollY ?? 0),
      )
      .toBeGreaterThan(500);
    await work.original
      .locator("iframe")
      .evaluate((one: HTMLIFrameElement) => one.contentWindow?.scrollTo(0, 0));
    await expect.poll(() => work.list.evaluate((list) => list.scrollTop)).toBeLessThan(100);
    await page.getByRole("switch", { name: t("import.work.follow") }).click();
    await work.list.evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await expect.poll(() => work.list.evaluate((list) => list.scrollTop)).toBeGreaterThan(500);
    expect(
      await work.original.locator("iframe").evaluate((one: HTMLIFrameElement) => one.contentWindow?.scrollY),
    ).toBe(0);
    await expectAccessible(page, "beside a page");
    expect(await page.title()).not.toBe("taken");
    expect(foreign).toEqual([]);
  });

  test("a PDF, as its pages", async ({ page, baseURL }) => {
    const foreign: string[] = [];
    page.on("request", (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(baseURL ?? ""))
        foreign.push(request.url());
    });
    const importing = new ImportPage(page);
    await importing.open();
    await importing.choose({ name: "調査.pdf", mimeType: "application/pdf", buffer: SURVEY });
    const work = new ImportWork(page);
    await expect(work.block("世論調査の数字を確かめる")).toBeVisible();
    await page.getByRole("button", { name: t("import.preview.beside") }).click();
    const first = work.original.getByRole("img", { name: t("import.original.pageOf", { page: 1 }) });
    await expect(first).toHaveAttribute("data-drawn", "");
    const ink = await first.evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? {
        data: [],
      };
      let dark = 0;
      for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 100) dark += 1;
      return dark;
    });
    expect(ink).toBeGreaterThan(200);
    await expectAccessible(page, "beside a PDF");
    expect(foreign).toEqual([]);
  });

  test("of a file that is no text: after a reload it is asked for, and its changes are there again", async ({
    page,
  }) => {
    const importing = new ImportPage(page);
    const work = new ImportWork(page);
    const survey = { name: "調査.pdf", mimeType: "application/pdf", buffer: SURVEY };
    await importing.open();
    await importing.choose(survey);
    await work.block("世論調査の数字を確かめる").focus();
    await page.keyboard.press("p");
    const isMended = () => work.shown().then(([first]) => first === "paragraph 世論調査の数字を確かめる");
    await expect.poll(isMended).toBe(true);
    await page.reload();
    const asked = page.getByText(t("import.source.chooseAgain", { name: survey.name }));
    await expect(asked).toBeVisible();
    await importing.choose(survey);
    await expect.poll(isMended).toBe(true);
    await expect(asked).toHaveCount(0);
  });
});
