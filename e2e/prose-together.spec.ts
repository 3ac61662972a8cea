import { expect, test } from "./fixtures.ts";
import { countKeptProse } from "./kept-prose.ts";
import { Workbench } from "./pages/workbench.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");
const quote = "日米韓は合同軍事演習や外交強化で、安全保障体制の見直しを急いでいます。";

/** The words of a rationale as the API answers it. */
const wordsIn = (rationale: unknown): string =>
  [...JSON.stringify(rationale ?? null).matchAll(/"text":"([^"]*)"/g)].map(([, words]) => words).join("");

test.describe("a finding written together", () => {
  test("two people type at once: one text on both pages and in the database, with both names in it", async ({
    twoAt,
    article,
    desk,
  }) => {
    const { id } = await desk.createClaim(article.id, { exact: quote });
    await desk.putVerdict(id, { rationale: "防衛省の発表。" });
    const { mine, theirs } = await twoAt(id);
    for (const bench of [mine, theirs]) await expect(bench.panel.rationale).toHaveText("防衛省の発表。");

    await test.step("each sees where the other writes", async () => {
      await mine.panel.rationale.click();
      await theirs.panel.rationale.click();
      await expect(mine.panel.caretOf("李 海")).toBeVisible();
      await expect(theirs.panel.caretOf("佐藤 葵")).toBeVisible();
    });

    await test.step("typing at once", async () => {
      await mine.page.keyboard.press("Control+Home");
      await theirs.page.keyboard.press("Control+End");
      const [before, after] = ["あいうえおかきくけこさしすせそ", "abcdefghijklmnopqrstuvwxyz0123456789"];
      await Promise.all([
        mine.page.keyboard.type(before, { delay: 25 }),
        theirs.page.keyboard.type(after, { delay: 15 }),
      ]);
      const both = `${before}防衛省の発表。${after}`;
      for (const bench of [mine, theirs]) await expect(bench.panel.rationale).toHaveText(both);
      await expect.poll(async () => wordsIn((await desk.claim(id)).verdict?.rationale)).toBe(both);
    });
  });

  test("undo takes back only what one typed oneself", async ({ twoAt, article, desk }) => {
    const { id } = await desk.createClaim(article.id, { exact: quote });
    const { mine, theirs } = await twoAt(id);
    await mine.panel.summary.fill("演習は増えた。");
    await expect(theirs.panel.summary).toHaveText("演習は増えた。");
    await theirs.panel.summary.click();
    await theirs.page.keyboard.press("End");
    await theirs.page.keyboard.type("ただし時期による。");
    await expect(mine.panel.summary).toHaveText("演習は増えた。ただし時期による。");
    await mine.panel.summary.click();
    await mine.page.keyboard.press("Control+z");
    for (const bench of [mine, theirs]) await expect(bench.panel.summary).toHaveText("ただし時期による。");
    await expect.poll(async () => (await desk.claim(id)).verdict?.summary).toBe("ただし時期による。");
  });

  test("what was typed without a network survives a closed tab", async ({
    page,
    context,
    signIn,
    secondPerson,
    article,
    desk,
    trouble,
  }) => {
    trouble.expect(/ERR_INTERNET_DISCONNECTED|WebSocket|Failed to fetch/);
    const { id } = await desk.createClaim(article.id, { exact: quote });
    await desk.putVerdict(id, { summary: "演習は" });
    await signIn("editor");
    const mine = new Workbench(page);
    await mine.open(article.id, `?claim=${id}`);
    await expect(mine.panel.summary).toHaveText("演習は");
    await context.setOffline(true);
    await mine.panel.summary.click();
    await page.keyboard.press("End");
    await page.keyboard.type("増えた。");
    await expect(mine.panel.root.locator("[data-field=summary]")).toContainText(t("claim.save.retrying"));
    // A tab is closed by a hand, not within a moment of the last key: by then the browser keeps every one of them.
    await expect.poll(() => page.evaluate(countKeptProse)).toBe("増えた。".length);
    await page.close();

    const theirs = new Workbench((await secondPerson("reviewer")).page);
    await theirs.open(article.id, `?claim=${id}`);
    await theirs.panel.summary.click();
    await theirs.page.keyboard.press("Home");
    await theirs.page.keyboard.type("合同");
    await expect.poll(async () => (await desk.claim(id)).verdict?.summary).toBe("合同演習は");

    await context.setOffline(false);
    const again = new Workbench(await context.newPage());
    await again.open(article.id);
    await expect.poll(async () => (await desk.claim(id)).verdict?.summary).toBe("合同演習は増えた。");
    await expect(theirs.panel.summary).toHaveText("合同演習は増えた。");
  });

  test("a viewer sees it being written and cannot write", async ({ page, twoAt, article, desk }) => {
    const { id } = await desk.createClaim(article.id, { exact: quote });
    const { mine, theirs } = await twoAt(id, "viewer");
    await mine.panel.rationale.click();
    await page.keyboard.type("防衛省の発表による。");
    await mine.panel.summary.fill("演習は増えた。");
    await expect(theirs.panel.rationale).toHaveText("防衛省の発表による。");
    await expect(theirs.panel.summary).toHaveText("演習は増えた。");
    await expect(theirs.panel.summary).toHaveAttribute("aria-readonly", "true");
    await expect(theirs.panel.rationale).toHaveAttribute("aria-readonly", "true");
    await theirs.panel.summary.click();
    await theirs.page.keyboard.type("偽");
    await mine.panel.saved();
    await expect(mine.panel.summary).toHaveText("演習は増えた。");
    expect((await desk.claim(id)).verdict?.summary).toBe("演習は増えた。");
  });

  test("what an input method composes is not disturbed by what others write", async ({
    page,
    context,
    twoAt,
    article,
    desk,
  }) => {
    const { id } = await desk.createClaim(article.id, { exact: quote });
    await desk.putVerdict(id, { summary: "演習は増えた。" });
    const { mine, theirs } = await twoAt(id);
    for (const bench of [mine, theirs]) await expect(bench.panel.summary).toHaveText("演習は増えた。");
    await mine.panel.summary.click();
    await page.keyboard.press("Home");
    const keyboard = await context.newCDPSession(page);
    const compose = (text: string) =>
      keyboard.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await compose("ご");
    await compose("ごう");
    await theirs.panel.summary.click();
    await theirs.page.keyboard.press("End");
    await theirs.page.keyboard.type("確かに。");
    await expect.poll(async () => (await desk.claim(id)).verdict?.summary).toContain("確かに。");
    await compose("ごうど");
    await compose("ごうどう");
    await keyboard.send("Input.insertText", { text: "合同" });
    for (const bench of [mine, theirs])
      await expect(bench.panel.summary).toHaveText("合同演習は増えた。確かに。");
    await expect.poll(async () => (await desk.claim(id)).verdict?.summary).toBe("合同演習は増えた。確かに。");
  });

  test("settling takes in the last word typed", async ({ page, signIn, article, desk }) => {
    const { id } = await desk.createClaim(article.id, { exact: quote });
    await desk.putVerdict(id, { rating: "accurate" });
    await signIn("editor");
    const bench = new Workbench(page);
    await bench.open(article.id, `?claim=${id}`);
    await bench.panel.summary.click();
    await page.keyboard.type("演習は確かに増えた。");
    await bench.panel.settle();
    await expect
      .poll(() => desk.claim(id))
      .toMatchObject({
        workState: "settled",
        verdict: { state: "submitted", summary: "演習は確かに増えた。" },
      });
  });
});
