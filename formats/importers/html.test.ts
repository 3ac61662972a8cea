import { describe, expect, it } from "vitest";
import { htmlImporter } from "./html.ts";

const read = (text: string) =>
  htmlImporter.read(text).blocks.map((block) => `${block.kind.charAt(0)}${block.level ?? ""} ${block.text}`);

const CASES: { name: string; text: string; blocks: string[] }[] = [
  {
    name: "headings, paragraphs, lists, quotations, captions, cells",
    text: `<h1>題</h1><p>文。</p><h2>節</h2><ul><li>一<ol><li>二</ol><li>三</ul><blockquote><p>引用</p></blockquote>
      <figure><img alt=x><figcaption>説明</figcaption></figure><table><tr><th>国<td>数</table>`,
    blocks: ["h1 題", "p 文。", "h2 節", "b1 一", "b2 二", "b1 三", "q 引用", "p 説明", "p 国", "p 数"],
  },
  {
    name: "what is no part of an article",
    text: `<body><header><h1>新聞</h1></header><nav>案内</nav><script>x()</script><style>p{}</style><p>文。
      <aside>広告</aside><form><p>登録</p></form><noscript>不可</noscript><p hidden>隠</p><p style="display: none">隠</p>
      <p aria-hidden="true">飾</p><div role="navigation">案</div><template><p>型</p></template><!-- 注 --><footer>社</footer>`,
    blocks: ["h1 新聞", "p 文。"],
  },
  {
    name: "the article of a page",
    text: "<main><p>案内</p><article><header><h1>題</h1></header><p>本文は長い。</p></article></main>",
    blocks: ["h1 題", "p 本文は長い。"],
  },
  {
    name: "the main part, not a card",
    text: `<main><h1>題</h1><p>${"長い文。".repeat(20)}</p><article>札</article></main><p>外`,
    blocks: ["h1 題", `p ${"長い文。".repeat(20)}`, "p 札"],
  },
  {
    name: "the longest article",
    text: "<article>短い</article><article>これがいちばん長い</article>",
    blocks: ["p これがいちばん長い"],
  },
  { name: "a page that is one form", text: "<form><p>文。</p></form>", blocks: ["p 文。"] },
  {
    name: "breaks: one goes on, two begin anew",
    text: "<p>北京で<br>会った<br><br>the<br>end</p>",
    blocks: ["p 北京で会った", "p the end"],
  },
  {
    name: "white space and source lines",
    text: "<p>  北京で\n   会った  <b>二</b> <i>人</i>\n</p><p>the\nend",
    blocks: ["p 北京で会った 二 人", "p the end"],
  },
  {
    name: "ruby keeps the word",
    text: "<p><ruby>裏<rp>(</rp><rt>うら</rt><rp>)</rp>取<rt>ど</rt></ruby>り",
    blocks: ["p 裏取り"],
  },
  {
    name: "entities",
    text: "<p>A&nbsp;&amp;&lt;b&gt; &#x9AD9;&#12288;&hellip;",
    blocks: ["p A\u00a0&<b> 髙\u3000…"],
  },
  { name: "text beside blocks", text: "前<div>中</div>後", blocks: ["p 前", "p 中", "p 後"] },
  {
    name: "links and formatting across blocks",
    text: "<a href=x><b>一<p>二</b></a>三",
    blocks: ["p 一", "p 二三"],
  },
  {
    name: "an item's paragraphs",
    text: "<ul><li><p>一</p><p>続き</p></li><li></li></ul>",
    blocks: ["b1 一", "p 続き"],
  },
  { name: "nothing", text: "<p> &nbsp;</p><img alt='絵'>", blocks: [] },
];

describe("HTML", () => {
  it.each(CASES)("$name", ({ text, blocks }) => {
    expect(read(text)).toEqual(blocks);
  });

  it("reads metadata from meta and link elements", () => {
    const article = htmlImporter.read(`<!doctype html><html lang="ja-JP"><head><title>題 | 裏取り新聞</title>
      <meta property="og:site_name" content="裏取り新聞"><meta name="author" content="山田 花子">
      <meta property="article:author" content="https://x.example/yamada">
      <meta property="article:published_time" content="2025-09-03T09:00:00+09:00">
      <link rel="canonical" href="https://x.example/a?b=1"></head><body><p>本文。</p></body></html>`);
    expect(article).toEqual({
      title: "題",
      language: "ja",
      byline: "山田 花子",
      publisher: "裏取り新聞",
      url: "https://x.example/a?b=1",
      publishedAt: "2025-09-03T09:00:00+09:00",
      blocks: [
        { kind: "heading", level: 1, text: "題" },
        { kind: "paragraph", level: null, text: "本文。" },
      ],
      pictures: [],
      notes: [],
    });
  });

  it("reads metadata from JSON-LD, in a graph too", () => {
    const data = {
      "@graph": [
        { "@type": "WebSite", name: "x" },
        {
          "@type": ["NewsArticle"],
          headline: "見出し",
          datePublished: "2025-09-03",
          author: [{ name: "甲" }, "乙"],
          publisher: { name: "社" },
          url: "https://x.example/",
        },
      ],
    };
    const page = `<title>別</title><script type="application/ld+json">{broken</script>
      <script type="application/ld+json">${JSON.stringify(data)}</script><p>本文です。</p>`;
    expect(htmlImporter.read(page)).toMatchObject({
      title: "見出し",
      language: "ja",
      byline: "甲, 乙",
      publisher: "社",
      url: "https://x.example/",
      publishedAt: "2025-09-03",
    });
  });

  it("takes no dangerous address and no impossible date", () => {
    const page = '<link rel=canonical href="javascript:alert(1)"><meta name=date content="2025-99-99"><p>x';
    expect(htmlImporter.read(page)).toMatchObject({ url: null, publishedAt: null });
  });

  it.each([
    { name: "nested boxes", open: "<div>", close: "</div>" },
    { name: "nested quotations and lists", open: "<ul><li><blockquote>", close: "" },
    { name: "nested formatting", open: "<b><i><font size=1>", close: "" },
    { name: "nested tables", open: "<table><tr><td>", close: "" },
  ])(
    "survives $name, 100,000 deep",
    ({ open, close }) => {
      const article = htmlImporter.read(`${open.repeat(100_000)}<p>底</p>${close.repeat(100_000)}<p>後`);
      expect(article.blocks.map((block) => block.text).join("")).toBe("底後");
    },
    30_000,
  );

  it("takes no square of time for a title of white space", () => {
    const title = `題${" ".repeat(200_000)}一 | 社`;
    const page = `<title>${title}</title><meta property="og:site_name" content="社"><p>本文です。</p>`;
    const before = process.cpuUsage();
    expect(htmlImporter.read(page).title).toBe("題 一");
    expect(process.cpuUsage(before).user / 1_000_000, "seconds").toBeLessThan(5);
  }, 60_000);

  it("reads 5 MB within a few seconds", () => {
    const paragraph = "<p>北京で<b>会った</b>という。</p>\n<ul><li>項目</li></ul>\n";
    const times = Math.floor(5_000_000 / new TextEncoder().encode(paragraph).length);
    const started = performance.now();
    expect(htmlImporter.read(paragraph.repeat(times)).blocks).toHaveLength(times * 2);
    expect(performance.now() - started).toBeLessThan(10_000);
  }, 30_000);
});
