import { expect, test } from "./fixtures.ts";
import { ImportPage } from "./pages/import.ts";
import { encoded, parade } from "./samples.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");
const MEGABYTE = 1024 * 1024;
const textFile = (name: string, buffer: Buffer) => ({ name, mimeType: "text/plain", buffer });

test.describe("an article comes in", () => {
  test.beforeEach(async ({ signIn }) => signIn("editor"));

  for (const encoding of ["shift_jis", "euc-jp"] as const)
    test(`from a file in ${encoding}`, async ({ page, desk }) => {
      const importing = new ImportPage(page);
      await importing.open();
      // The bullet sign of the article is not in the old encodings: people write the middle dot there.
      const text = parade.text.replaceAll("•", "・");
      await importing.choose(textFile("記事.txt", encoded(text, encoding)));

      await expect(importing.count("heading", parade.counts.heading)).toBeVisible();
      await expect(importing.count("bullet", parade.counts.bullet)).toBeVisible();
      await expect(importing.field("title")).toHaveValue(parade.title);
      await expect(page.getByText(encoding.toUpperCase())).toBeVisible();

      const article = await desk.article(await importing.save());
      expect(article.title).toBe(parade.title);
      expect(article.language).toBe("ja");
      expect(article.revision.blocks.filter(({ kind }) => kind === "bullet")).toHaveLength(18);
    });

  test("by paste, mended before it is saved, and not lost by a reload", async ({ page, desk }) => {
    const importing = new ImportPage(page);
    await importing.open();
    await importing.text.fill(parade.text);
    await expect(importing.count("bullet", parade.counts.bullet)).toBeVisible();
    await importing.field("title").fill("北京パレードの検証");
    await importing.field("publisher").fill("見本新聞");
    await importing.field("publishedAt").fill("2025年9月2日");
    await importing.field("scale").click();
    await page.getByRole("option", { name: "FIJ" }).click();

    await page.reload();
    await expect(importing.text).toHaveValue(parade.text);
    await expect(importing.field("title")).toHaveValue("北京パレードの検証");
    await expect(importing.count("bullet", parade.counts.bullet)).toBeVisible();

    const article = await desk.article(await importing.save());
    expect(article).toMatchObject({
      title: "北京パレードの検証",
      publisher: "見本新聞",
      publishedAt: "2025-09-02",
    });
    expect(article.scale.id).toBe("fij");
    await importing.open();
    await expect(importing.text).toHaveValue("");
  });

  test("by drop, as the page it was published on", async ({ page, desk }) => {
    const importing = new ImportPage(page);
    await importing.open();
    const html = `<!doctype html><html lang="en"><title>Site</title><article><h1>A page</h1>
      <p>Words before.</p><ul><li>One</li><li>Two</li></ul><blockquote>Said so.</blockquote></article></html>`;
    const dropped = await page.evaluateHandle((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], "page.html", { type: "text/html" }));
      return transfer;
    }, html);
    await page.dispatchEvent("main", "dragenter", { dataTransfer: dropped });
    await expect(page.getByText(t("import.dropHere"))).toBeVisible();
    await page.dispatchEvent("main", "drop", { dataTransfer: dropped });
    await expect(importing.count("bullet", 2)).toBeVisible();
    await expect(importing.count("quotation", 1)).toBeVisible();
    await expect(importing.field("title")).toHaveValue("A page");
    const { revision, language } = await desk.article(await importing.save());
    expect(language).toBe("en");
    expect(revision.text).toBe("A page\nWords before.\nOne\nTwo\nSaid so.");
  });

  const because = (sentence: string) => t("import.source.file", { name: "だめ.txt", sentence });
  const refused = [
    { what: "an empty file", bytes: Buffer.alloc(0), says: because(t("errors.ARTICLE_EMPTY")) },
    {
      what: "a film",
      bytes: Buffer.from("52494646ffff0000415649204c495354", "hex"),
      says: because(t("errors.ARTICLE_BINARY")),
    },
    {
      what: "a picture, unless a machine is asked to read it",
      bytes: Buffer.from("89504e470d0a1a0a0000000d49484452000000000000", "hex"),
      says: t("import.reading.lead"),
    },
    {
      what: "bytes of no encoding",
      bytes: Buffer.from([0x8e, 0xff, 0xfe, 0x41, 0xff, 0x20, 0xc3, 0x28, 0xfd]),
      says: because(t("errors.ARTICLE_ENCODING")),
    },
  ];
  for (const { what, bytes, says } of refused)
    test(`but not ${what}, and the text typed before stays`, async ({ page }) => {
      const importing = new ImportPage(page);
      await importing.open();
      await importing.text.fill("先に貼り付けた本文。");
      await importing.choose(textFile("だめ.txt", bytes));
      await expect(importing.problem).toHaveText(says);
      await expect(importing.text).toHaveValue("先に貼り付けた本文。");
    });

  test("but not six megabytes, and not without a text", async ({ page }) => {
    const importing = new ImportPage(page);
    await importing.open();
    await importing.details.getByRole("button", { name: t("import.details.save") }).click();
    await expect(importing.problem).toHaveText(t("import.source.missing"));

    await importing.text.fill("先に貼り付けた本文。");
    await importing.choose(textFile("大きい.txt", Buffer.alloc(6 * MEGABYTE, "a")));
    await expect(importing.problem).toHaveText(
      t("import.source.file", {
        name: "大きい.txt",
        sentence: t("import.source.tooLarge", { size: "6", limit: 5 }),
      }),
    );
    await expect(importing.text).toHaveValue("先に貼り付けた本文。");
  });
});
