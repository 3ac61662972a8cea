import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { Discussion } from "./pages/discussion.ts";
import { Workbench } from "./pages/workbench.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");
const EXACT = "2025年9月3日に開催される";
const CHANGED = "中国での対面は、昨年5月以来となり、米欧に対する結束の強化が強調されている";
const GONE = "市は来年度の予算案を発表した";

const annotation = (id: string, exact: string, given: Record<string, unknown> = {}) => ({
  id,
  created: "2025-09-04T01:23:45.678901+00:00",
  user: "acct:sato_y@hypothes.is",
  user_info: { display_name: "佐藤 由紀" },
  uri: "https://news.example.jp/parade",
  text: "",
  tags: [],
  group: "__world__",
  target: [
    {
      source: "https://news.example.jp/parade",
      selector: [
        { type: "TextPositionSelector", start: 9_000, end: 9_000 + exact.length },
        { type: "TextQuoteSelector", exact, prefix: "", suffix: "" },
      ],
    },
  ],
  ...given,
});

/** What Hypothesis' own "Export annotations" writes: one passage as it stands, one that was changed, one that is gone. */
const EXPORT = {
  export_date: "2025-09-06T00:00:00.000Z",
  export_userid: "acct:sato_y@hypothes.is",
  client_version: "1.1500.0",
  annotations: [
    annotation("exact", EXACT, { text: "日付は公式発表と合うか。", tags: ["date"] }),
    annotation("changed", CHANGED, { text: "「昨年」がいつか。" }),
    annotation("gone", GONE),
    annotation("reply", "", { references: ["exact"], text: "合っています。", target: [{ source: "x" }] }),
    annotation("page", "", { text: "記事全体に", target: [{ source: "x" }] }),
  ],
};

const file = (json: unknown, name = "annotations.json") => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(JSON.stringify(json)),
});

const dialogOf = (page: Page) => page.getByRole("dialog", { name: t("annotations.title") });
const pick = (dialog: Locator, given: ReturnType<typeof file>) =>
  dialog.locator('input[type="file"]').setInputFiles(given);
const sectionOf = (dialog: Locator, standing: "placed" | "needs_placing" | "present", count: number) =>
  dialog.getByRole("region", { name: t(`annotations.sections.${standing}`, { count }) });

test("what was annotated with Hypothesis comes along, and what can't be placed says so", async ({
  page,
  signIn,
  secondPerson,
  article,
  desk,
}, { outputDir }) => {
  test.slow(true, "two people, many steps");
  await signIn("editor");
  const other = await secondPerson("reviewer");
  const theirs = new Workbench(other.page);
  await theirs.open(article.id);
  const bench = new Workbench(page);
  await bench.open(article.id);
  const dialog = dialogOf(page);

  await test.step("a file that is none of annotations gets a sentence", async () => {
    await page.getByRole("button", { name: t("annotations.open") }).click();
    await expectAccessible(page);
    await pick(dialog, file({ some: "thing" }, "other.json"));
    await expect(dialog.getByRole("alert")).toContainText(t("errors.ANNOTATIONS_UNKNOWN"));
  });

  await test.step("the preview says of each what would become of it", async () => {
    await pick(dialog, file(EXPORT));
    const placed = sectionOf(dialog, "placed", 1);
    await expect(placed).toContainText(`一大イベントの舞台になりました。${EXACT}「抗日戦争勝利80年記念」`);
    await expect(placed).toContainText("日付は公式発表と合うか。");
    await expect(placed).toContainText("佐藤 由紀");
    const open = sectionOf(dialog, "needs_placing", 2);
    await expect(open.getByRole("listitem").filter({ hasText: CHANGED })).toContainText("昨年6月以来");
    await expect(open).toContainText(GONE);
    await expect(dialog).toContainText(t("annotations.notes.reply", { count: 1 }));
    await expect(dialog).toContainText(t("annotations.notes.page_note", { count: 1 }));
    await page.screenshot({ path: `${outputDir}/annotations-wide.png` });
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    const { scroll, client } = await dialog.evaluate(({ scrollWidth, clientWidth }) => ({
      scroll: scrollWidth,
      client: clientWidth,
    }));
    expect(scroll, "nothing stands out at 360 px").toBeLessThanOrEqual(client);
    await page.screenshot({ path: `${outputDir}/annotations-narrow.png` });
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await expectAccessible(page);
    await page.screenshot({ path: `${outputDir}/annotations-narrow-dark.png` });
    await page.emulateMedia({ colorScheme: "light", reducedMotion: null });
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step("by keyboard, one is left out and the rest come in, for everybody at once", async () => {
    await dialog.getByRole("checkbox", { name: t("annotations.choose", { words: GONE }) }).focus();
    await page.keyboard.press("Space");
    await dialog.getByRole("button", { name: t("annotations.submit", { count: 2 }) }).focus();
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(page.getByText(t("annotations.done", { count: 2, needsPlacing: 1 })).first()).toBeVisible();
    await expect.poll(() => desk.quotes(article.id)).toEqual([EXACT, CHANGED]);
    await expect(other.page.getByRole("button", { name: new RegExp(CHANGED.slice(0, 12)) })).toBeVisible();
  });

  await test.step("the note is its author's, and the claim opens from the notice", async () => {
    await page.getByRole("button", { name: t("annotations.show") }).click();
    const discussion = new Discussion(page, t);
    await expect(discussion.section(1)).toContainText("日付は公式発表と合うか。");
    await expect(discussion.section(1)).toContainText("佐藤 由紀");
    await expect(discussion.section(1)).toContainText("Hypothesis");
    await page.screenshot({ path: `${outputDir}/annotations-claim.png` });
  });

  await test.step("the one that was changed is placed by hand", async () => {
    await page.getByRole("button", { name: new RegExp(CHANGED.slice(0, 12)) }).click();
    await bench.dragOver("昨年6月以来となり、米欧に対する結束の強化が強調されている");
    await page
      .getByRole("button", { name: new RegExp(t("workbench.placeSelection", { number: 2 })) })
      .click();
    await expect
      .poll(() => desk.quotes(article.id))
      .toEqual([EXACT, "昨年6月以来となり、米欧に対する結束の強化が強調されている"]);
    const [, placed] = await desk.claims(article.id);
    expect(placed?.anchor.state).not.toBe("needs_placing");
  });

  await test.step("the same file again makes no doubles", async () => {
    await page.getByRole("button", { name: t("annotations.open") }).click();
    await pick(dialog, file(EXPORT));
    await expect(sectionOf(dialog, "present", 2)).toBeVisible();
    await expect(sectionOf(dialog, "needs_placing", 1)).toContainText(GONE);
    await expect(dialog.getByRole("button", { name: t("annotations.submit", { count: 1 }) })).toBeVisible();
  });
});

test("a reader who may not mark is not offered it", async ({ page, signIn, article }) => {
  await signIn("viewer");
  await new Workbench(page).open(article.id);
  await expect(page.getByRole("button", { name: t("annotations.open") })).toHaveCount(0);
});
