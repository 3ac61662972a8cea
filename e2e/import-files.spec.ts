import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.ts";
import { ImportPage } from "./pages/import.ts";
import { encoded } from "./samples.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");
const sample = (name: string) =>
  readFileSync(new URL(`../formats/samples/articles/${name}`, import.meta.url));
const FILES = [
  { name: "庁舎.docx", buffer: sample("costs-ja.docx") },
  { name: "調査.pdf", buffer: sample("survey-ja.pdf") },
  {
    name: "短信.txt",
    buffer: encoded(
      "市長の会見\n\n市長は費用を公表しないと述べた。\n\n・記者は理由を尋ねた。\n",
      "shift_jis",
    ),
  },
  { name: "紙面.pdf", buffer: sample("scan.pdf") },
];

test.describe("several files come in at once", () => {
  test.beforeEach(async ({ signIn }) => signIn("editor"));

  test("each understood, mended and saved by itself; one that can't be read keeps no other", async ({
    page,
    desk,
  }) => {
    const importing = new ImportPage(page);
    await importing.open();
    await importing.text.fill("先に貼り付けた本文。");
    await importing.drop(FILES);
    const row = (name: string) => page.getByRole("listitem").filter({ hasText: name });
    const title = (name: string) => page.getByRole("textbox", { name: t("import.files.titleOf", { name }) });

    await expect(title("庁舎.docx")).toHaveValue("庁舎の費用を確かめる");
    await expect(title("調査.pdf")).toHaveValue("世論調査の数字を確かめる");
    await expect(title("短信.txt")).toHaveValue("市長の会見");
    await expect(row("短信.txt")).toContainText("SHIFT_JIS");
    await expect(row("庁舎.docx")).toContainText(t("import.preview.counts.cell", { count: 1 }));
    await expect(row("紙面.pdf").getByRole("alert")).toHaveText(t("errors.ARTICLE_SCAN"));
    await expect(row("紙面.pdf")).toContainText(t("import.files.readAlone"));
    await page.getByRole("button", { name: t("import.files.showFile", { name: "調査.pdf" }) }).click();
    await expect(
      page.getByRole("region", { name: t("import.files.textOf", { name: "調査.pdf" }) }),
    ).toContainText("元の集計では五割四分であった。");

    await title("調査.pdf").fill("調査の検証");
    await page.getByRole("button", { name: t("import.files.saveAll", { count: 3 }) }).click();
    await expect(page.getByText(t("import.files.savedOf", { saved: 3, count: 4 }))).toBeVisible();
    const link = page.getByRole("link", { name: "調査の検証" });
    const article = await desk.article((await link.getAttribute("href"))?.split("/").at(-1) ?? "");
    expect(article.title).toBe("調査の検証");
    expect(article.revision.blocks.map(({ kind }) => kind)).toEqual([
      "heading",
      "paragraph",
      "bullet",
      "bullet",
    ]);

    await page.getByRole("button", { name: t("import.files.removeFile", { name: "紙面.pdf" }) }).click();
    await expect(page.getByText(t("import.files.done"))).toBeVisible();
    await page.getByRole("button", { name: t("import.files.leave") }).click();
    await expect(importing.text).toHaveValue("先に貼り付けた本文。");
  });

  test("one Word file is previewed as a text is, and saved from its own bytes", async ({ page, desk }) => {
    const importing = new ImportPage(page);
    await importing.open();
    await importing.choose({ mimeType: "", name: "庁舎.docx", buffer: sample("costs-ja.docx") });
    await expect(importing.field("title")).toHaveValue("庁舎の費用を確かめる");
    await expect(importing.count("bullet", 2)).toBeVisible();
    const { revision } = await desk.article(await importing.save());
    expect(revision.blocks.filter(({ kind }) => kind === "cell").map(({ text }) => text)).toEqual([
      "年",
      "費用",
      "2024",
      "2.8億円",
    ]);
  });
});
