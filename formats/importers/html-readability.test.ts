import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readableMarkup } from "./html-readability.ts";
import { readArticle } from "./registry.ts";

const page = (name: string) =>
  readFileSync(new URL(`../samples/pages/${name}.html`, import.meta.url), "utf8");

async function fetched(name: string, address: string) {
  const read = await readArticle({ content: page(name), format: "html", address });
  if (!read.ok) throw new Error(read.reason);
  return read.article;
}

describe("a page from the web", () => {
  it("of a newspaper that marks nothing: its text, and nothing around it", async () => {
    const article = await fetched("newspaper-ja", "https://bay.example/articles/ASW0001.html?ref=top");
    expect(article).toMatchObject({
      title: "湾岸新橋、費用30億円増 市が議会に説明",
      byline: "佐藤葵, 鈴木蓮",
      publisher: "湾岸新聞社",
      publishedAt: "2026-11-20T18:30:00+09:00",
      language: "ja",
      url: "https://bay.example/articles/ASW0001.html",
    });
    expect(article.blocks.map(({ kind, text }) => `${kind} ${text.slice(0, 8)}`)).toEqual([
      "heading 湾岸新橋、費用3",
      "paragraph 湾岸市は20日の",
      "paragraph 市によると、新橋",
      "heading 委員からは批判も",
      "paragraph 委員からは「説明",
      "paragraph 市は来月、沿線の",
    ]);
  });

  it("of a blog that marks its article: every word of it, links and all", async () => {
    const article = await fetched("blog-en", "https://notes.example/2026/bridge/?utm_source=a");
    expect(article).toMatchObject({
      title: "What the bridge really costs",
      byline: "Kay Mori",
      publisher: "Harbour Notes",
      publishedAt: "2026-11-21T07:15:00Z",
      language: "en",
      url: "https://notes.example/2026/bridge/",
    });
    expect(article.blocks.map(({ kind }) => kind)).toEqual([
      "heading",
      "paragraph",
      "paragraph",
      "bullet",
      "bullet",
      "quotation",
      "paragraph",
    ]);
    expect(JSON.stringify(article.blocks)).toContain('"https://notes.example/docs/budget.pdf"');
    expect(JSON.stringify(article.blocks)).not.toContain("last ferry");
  });

  it("that says nothing of itself: its text without the menu, and its own address", async () => {
    const article = await fetched("bare-ja", "http://city.example/koho/12.html");
    expect(article).toMatchObject({
      title: "市の広報 第12号",
      byline: null,
      publisher: null,
      publishedAt: null,
      language: "ja",
      url: "http://city.example/koho/12.html",
    });
    const text = article.blocks.map((block) => block.text).join("\n");
    expect(text).toContain("橋げたの架設を始め");
    expect(text).toContain("午後10時から翌朝5時まで");
    expect(text).toContain("橋りょう課");
    expect(text).not.toContain("前の号");
  });
});

describe("the reader view", () => {
  it.each([
    ["nothing", ""],
    ["no text", "<nav><a href=/>一覧</a></nav>"],
    ["too many elements", "<p>あ</p>".repeat(40_000)],
  ])("shows nothing of %s", (_name, markup) => {
    expect(readableMarkup(markup) ?? "").not.toMatch(/<p>あ/);
  });

  it("takes a page that is nested without end", () => {
    expect(() => readableMarkup("<div>".repeat(20_000))).not.toThrow();
  });

  it("is read as markup and never run", () => {
    const markup = readableMarkup(
      `<html><body><article><script>globalThis.ran = true</script>${"<p>湾岸市は新橋の費用を公表した。</p>".repeat(30)}</article></body></html>`,
    );
    expect(markup).toContain("湾岸市");
    expect(markup).not.toContain("script");
    expect(globalThis).not.toHaveProperty("ran");
  });
});
